import type { Model } from '../../src/model/design/model.js'

export const modelNames: readonly string[]
export function calibrationModel(name: string): Model
