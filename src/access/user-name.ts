/** A user name as it is compared: full-width letters as half-width ones, capitals as small ones. */
export const foldedName = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
