/** The three files by name, from the weekly one: the same text on every machine. */
export function dailyFiles(weeklyCsv: string): Readonly<Record<string, string>>
