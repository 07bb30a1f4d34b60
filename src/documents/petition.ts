/** What the papers of a petition tell, all of it from the record; what was not recorded is null. */
export type PetitionData = {
  unitName: string
  /** 〔2026〕12 */
  number: string
  name: string | null
  receivedOn: string
  /** How it came: 来电. */
  channel: string
  acceptedOn: string | null
  dueOn: string | null
  extendedUntil: string | null
  extensionReason: string | null
  approvedBy: string | null
  owner: string | null
  /** To whom it was passed on, or to whom she should turn. */
  office: string | null
  /** It was passed on within the federation; else she was told where to go. */
  passedOn: boolean
  claim: string | null
  facts: string | null
  opinion: string | null
  basis: string | null
  /** The day on the paper. */
  on: string
}

export const PETITION_PAPERS = ['acceptance', 'passing-on', 'extension', 'opinion'] as const
export type PetitionPaper = (typeof PETITION_PAPERS)[number]

export const PAPER_NAMES: Readonly<Record<PetitionPaper, string>> = {
  acceptance: '受理告知书',
  'passing-on': '转送（不予受理）告知书',
  extension: '延期办理告知书',
  opinion: '处理意见书',
}
