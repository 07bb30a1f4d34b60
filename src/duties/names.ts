/** Names and pinyin initials, by person. */
export type Names = ReadonlyMap<string, { name: string; initials: string }>
