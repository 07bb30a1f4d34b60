import type { Paragraph } from 'docx'
import type { PaperResolution } from './contract.ts'
import { closingIndents } from './notice.ts'
import { blank, closing, labelled, paragraphs, salutation, signatures, title, typeset } from './typeset.ts'
import { voteWords } from './vote-words.ts'
import { dateWords, dayWords, GAP, orGap } from './wording.ts'

/** The end of somebody's probation as its papers tell it. */
export type ConversionData = {
  unitName: string
  /** To whom the request goes. */
  superior: string | null
  personName: string
  sex: 'female' | 'male' | null
  bornOn: string | null
  education: string | null
  beganOn: string
  endsOn: string
  appliedOn: string | null
  groupOpinionOn: string | null
  contactsOpinionOn: string | null
  publicityFrom: string | null
  publicityTo: string | null
  outcome: 'convert' | 'extend' | 'cancel'
  extendedTo: string | null
  meeting: { heldOn: string; place: string | null; hostName: string | null }
  vote: PaperResolution
  submittedOn: string | null
  approvedOn: string | null
  approvalNumber: string | null
}

const BECOMES = {
  convert: () => '转为正式党员',
  extend: () => '延长预备期',
  cancel: () => '取消预备党员资格',
} as const satisfies Record<ConversionData['outcome'], () => string>

/** 转为正式党员, 延长预备期至2027年5月25日, 取消预备党员资格. */
export const becomes = ({ outcome, extendedTo }: ConversionData): string =>
  BECOMES[outcome]() + (outcome === 'extend' ? `至${dayOr(extendedTo)}` : '')

export const dayOr = (on: string | null): string => (on === null ? GAP : dateWords(on))

export const requestName = ({ personName, outcome }: ConversionData): string =>
  `关于${personName}同志${BECOMES[outcome]()}的请示`
export const resolutionName = ({ unitName, personName, outcome }: ConversionData): string =>
  `${unitName}党员大会关于${personName}同志${BECOMES[outcome]()}的决议`
export const conversionNoticeName = ({ personName, outcome }: ConversionData): string =>
  `关于${personName}同志${BECOMES[outcome]()}的通知书`

/** The request to the superior (请示) with what was handed in, the vote and the resolution. */
export const requestDocx = (data: ConversionData): Promise<Uint8Array> =>
  typeset(requestName(data), data.unitName, [
    ...title(`关于${data.personName}同志`, `${BECOMES[data.outcome]()}的请示`),
    blank(),
    salutation(`${data.superior ?? '〔上级党组织〕'}：`),
    ...paragraphs(whoWords(data)),
    ...paragraphs(handedWords(data)),
    ...paragraphs(`${meetingWords(data)}大会决议：${data.vote.text}`),
    ...paragraphs('现将决议上报，请审批。'),
    ...attached(data),
    blank(),
    ...signed(data.unitName, dayOr(data.submittedOn)),
  ])

/** The resolution of the members' meeting, to be signed. */
export const resolutionDocx = (data: ConversionData): Promise<Uint8Array> =>
  typeset(resolutionName(data), data.unitName, [
    ...title(`${data.unitName}党员大会`, `关于${data.personName}同志${BECOMES[data.outcome]()}的决议`),
    blank(),
    ...labelled('会议时间', dayWords(data.meeting.heldOn)),
    ...labelled('会议地点', orGap(data.meeting.place)),
    ...labelled('主持人', orGap(data.meeting.hostName)),
    ...paragraphs(whoWords(data)),
    ...paragraphs(meetingWords(data)),
    ...labelled('决议', data.vote.text),
    blank(),
    signatures(['支部书记签名：', '本人签名：']),
    blank(),
    ...signed(data.unitName, dateWords(data.meeting.heldOn)),
  ])

/** What the person herself is given once the superior has decided. */
export const conversionNoticeDocx = (data: ConversionData): Promise<Uint8Array> =>
  typeset(conversionNoticeName(data), data.unitName, [
    ...title(`关于${data.personName}同志`, `${BECOMES[data.outcome]()}的通知书`),
    blank(),
    salutation(`${data.personName}同志：`),
    ...paragraphs(
      `${dateWords(data.meeting.heldOn)}，${data.unitName}党员大会通过你${becomes(data)}，上级党组织于${dayOr(data.approvedOn)}批准${numberWords(data)}。`,
    ),
    ...paragraphs(THEN[data.outcome](data)),
    blank(),
    ...signed(data.unitName, dayOr(data.approvedOn)),
  ])

const THEN = {
  convert: ({ meeting }) => `你的党龄从${dateWords(meeting.heldOn)}算起。`,
  extend: ({ extendedTo }) => `预备期满前，请向支部提出书面转正申请。新的期满日是${dayOr(extendedTo)}。`,
  cancel: () => '你对这个决定有不同意见的，可以向上级党组织提出。',
} as const satisfies Record<ConversionData['outcome'], (data: ConversionData) => string>

export const numberWords = ({ approvalNumber }: ConversionData): string =>
  approvalNumber === null ? '' : `（${approvalNumber}）`

export const whoWords = (data: ConversionData): string => {
  const { personName, sex, bornOn, education, beganOn, endsOn } = data
  const known = [
    personName,
    sex && (sex === 'female' ? '女' : '男'),
    bornOn && `${dateWords(bornOn).replace(/\d+日$/, '')}出生`,
    education && `${education}学历`,
  ]
  return `${known.filter(Boolean).join('，')}，${dateWords(beganOn)}由支部党员大会接收为预备党员，预备期到${dateWords(endsOn)}满。`
}

/** What came in before the meeting; what did not is a gap. */
export const handedWords = (data: ConversionData): string => {
  const { appliedOn, groupOpinionOn, contactsOpinionOn, publicityFrom, publicityTo } = data
  const publicity = publicityFrom === null ? '' : `公示从${dateWords(publicityFrom)}到${dayOr(publicityTo)}。`
  return `支部收到本人书面转正申请的日子是${dayOr(appliedOn)}，党小组提出意见的日子是${dayOr(groupOpinionOn)}，培养联系人提出意见的日子是${dayOr(contactsOpinionOn)}。${publicity}`
}

/** The vote of the members' meeting, with base, clause and outcome as the minutes tell it. */
export const meetingWords = ({ meeting, vote }: ConversionData): string =>
  `${dateWords(meeting.heldOn)}，支部党员大会讨论表决。${voteWords(vote)}`

const attached = ({ appliedOn }: ConversionData): Paragraph[] =>
  paragraphs(appliedOn === null ? '附件：支部党员大会决议' : '附件：1.转正申请书\n2.支部党员大会决议')

const signed = (name: string, date: string): Paragraph[] => {
  const indents = closingIndents(name, date)
  return [closing(name, indents.name), closing(date, indents.date)]
}
