/** Yuan as typed, to fen; null where it is no sum of money. Exact: no floating point in between. */
export const fenOf = (yuan: string): number | null => {
  const parts = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(yuan.trim())
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null
}

/** 500, 500.50. */
export const yuanOf = (fen: number): string => {
  const rest = fen % 100
  return `${Math.floor(fen / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}
