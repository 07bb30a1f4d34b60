import type { Paragraph } from 'docx'
import { official } from './election-layout.ts'
import type { PetitionData, PetitionPaper } from './petition.ts'
import { heading, labelled, paragraphs, typeset } from './typeset.ts'
import { dateWords, GAP, orGap } from './wording.ts'

const dayOr = (on: string | null): string => (on === null ? GAP : dateWords(on))

const titleOf = (paper: PetitionPaper, { passedOn }: Pick<PetitionData, 'passedOn'>): [string, string] => {
  if (paper === 'acceptance') return ['信访事项', '受理告知书']
  if (paper === 'passing-on') return ['信访事项', passedOn ? '转送告知书' : '不予受理告知书']
  return ['信访事项', paper === 'extension' ? '延期办理告知书' : '处理意见书']
}

export const petitionName = (paper: PetitionPaper, data: PetitionData): string =>
  `${titleOf(paper, data).join('')}${data.number}`

/** One of the four papers that she is given, on the page of GB/T 9704. */
export const petitionDocx = (paper: PetitionPaper, data: PetitionData): Promise<Uint8Array> =>
  typeset(
    petitionName(paper, data),
    data.unitName,
    official({
      title: titleOf(paper, data),
      number: null,
      to: orGap(data.name),
      body: BODIES[paper](data),
      issuer: data.unitName,
      on: dateWords(data.on),
    }),
  )

const came = ({ receivedOn, channel, number }: PetitionData): string =>
  `${dateWords(receivedOn)}收到的您提出的信访事项（${channel}，登记编号${number}）`

const acceptance = (data: PetitionData): Paragraph[] => [
  ...paragraphs(`${came(data)}，属于本机关职权范围，自${dayOr(data.acceptedOn)}起受理。`),
  ...paragraphs(
    `由${orGap(data.owner)}承办，听取陈述、调查核实后答复。自受理之日起六十日内办结，即${dayOr(data.dueOn)}前；情况复杂的，经负责人批准可以延长，最多三十日，并告知理由。`,
  ),
  ...paragraphs('对处理意见不服的，可以自收到书面答复之日起三十日内请求上一级机关、单位复查。'),
  ...paragraphs('依据：《信访工作条例》第二十三条、第三十四条、第三十五条。'),
]

const passingOn = (data: PetitionData): Paragraph[] => [
  ...paragraphs(
    data.passedOn
      ? `${came(data)}，属于下级机关、单位职权范围，已转送${orGap(data.office)}办理。`
      : `${came(data)}，不属于妇联系统职权范围，不予受理。请向有权处理的机关、单位提出：${orGap(data.office)}。`,
  ),
  ...paragraphs('依据：《信访工作条例》第二十三条。'),
]

const extension = (data: PetitionData): Paragraph[] => [
  ...paragraphs(
    `${came(data)}，${dayOr(data.acceptedOn)}受理，原定${dayOr(data.dueOn)}前办结。经${orGap(data.approvedBy)}批准，延长到${dayOr(data.extendedUntil)}。`,
  ),
  ...labelled('延期理由', orGap(data.extensionReason)),
  ...paragraphs('依据：《信访工作条例》第三十四条。'),
]

const opinion = (data: PetitionData): Paragraph[] => [
  ...paragraphs(`${came(data)}，${dayOr(data.acceptedOn)}受理，现已办理，处理意见如下。`),
  ...section('一、请求', data.claim),
  ...section('二、事实和理由', data.facts),
  ...section('三、处理意见', data.opinion),
  ...section('四、法律依据', data.basis),
  ...paragraphs(
    '不服本处理意见的，可以自收到之日起三十日内请求上一级机关、单位复查（《信访工作条例》第三十五条）。',
  ),
]

const section = (title: string, text: string | null): Paragraph[] => [
  heading(1, title),
  ...paragraphs(orGap(text)),
]

const BODIES: Readonly<Record<PetitionPaper, (data: PetitionData) => Paragraph[]>> = {
  acceptance,
  'passing-on': passingOn,
  extension,
  opinion,
}
