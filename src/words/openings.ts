/** The words of sensitive reading; src/glossary.ts takes them in. */
export const terms = { opening: '查看记录' } as const
export const fields: Readonly<Record<string, string>> = {}
