import { blank, closing, heading, paragraphs, subtitle, title, typeset } from './typeset.ts'
import { dateWords, GAP, numeral } from './wording.ts'

/** 党性分析材料: what the person wrote under the headings she handed in, or chose to print; and what was answered, where anything was. */
export type AnalysisPaper = {
  organName: string
  /** Her group or branch. */
  unitName: string
  name: string
  periodName: string
  /** The day it was handed in; null for a draft of her own. */
  doneOn: string | null
  parts: readonly { heading: string; text: string }[]
  opinions: readonly { unitName: string; text: string; byName: string; givenOn: string }[]
}

export const analysisPaperName = ({ name, periodName }: AnalysisPaper): string =>
  `${name}${periodName}党性分析材料`

export const analysisDocx = (data: AnalysisPaper): Promise<Uint8Array> =>
  typeset(analysisPaperName(data), data.unitName, [
    ...title('党性分析材料', ''),
    subtitle(`（${data.periodName}）`),
    subtitle(`${data.unitName}　${data.name}`),
    blank(),
    ...data.parts.flatMap(({ heading: of, text }, at) => [
      heading(1, `${numeral(at + 1)}、${of}`),
      ...paragraphs(text.trim() || GAP),
    ]),
    blank(),
    closing(data.name, 4),
    closing(data.doneOn === null ? GAP : dateWords(data.doneOn), 2),
    ...data.opinions.flatMap(({ unitName, text, byName, givenOn }) => [
      blank(),
      heading(1, `${unitName}意见`),
      ...paragraphs(text),
      closing(byName, 4),
      closing(dateWords(givenOn), 2),
    ]),
  ])
