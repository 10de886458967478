export const edition: number
export const publishedWorlds: number
export const replicates: number
export function sealedSeeds(family: string, count: number): number[]
export function developmentSeeds(from: number, count: number): number[]
