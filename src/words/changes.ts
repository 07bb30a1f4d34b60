/** The words of this part of the product; src/glossary.ts takes them in. */
export const terms = {} as const
export const fields: Readonly<Record<string, string>> = {}
