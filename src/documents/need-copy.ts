import { boxed, cell, label, type Row } from './boxes.ts'
import {
  blank,
  closing,
  heading,
  labelled,
  paragraphs,
  signatures,
  subtitle,
  title,
  typeset,
} from './typeset.ts'
import { dateWords, orGap } from './wording.ts'

/** A matter's record as a court is given it: every step, and what shows that its words are those of that day. */
export type NeedCopy = {
  organName: string
  unitName: string
  number: string
  receivedOn: string
  channel: string
  receivedByName: string | null
  name: string | null
  contact: string | null
  line: string
  facts: string
  wish: string
  before: string
  ground: string
  madeOn: string
  madeBy: string
  steps: readonly {
    onDay: string
    /** When it was written, by the server's clock. */
    at: string
    what: string
    by: string
    text: string | null
    fingerprint: string | null
    /** The stretch of the trail that holds it, with the code of its seal. */
    seal: { number: number; code: string } | null
  }[]
  files: readonly { name: string | null; addedOn: string; fingerprint: string }[]
  /** SHA-256 over all of it, as JSON in the order of this paper. */
  digest: string
}

export const copyName = ({ number }: NeedCopy): string => `需求记录副本${number}`

export const copyDocx = (copy: NeedCopy): Promise<Uint8Array> =>
  typeset(copyName(copy), copy.unitName, [
    ...title('需求记录', '副本'),
    subtitle(`编号${copy.number}`),
    blank(),
    ...paragraphs(
      `本副本由${copy.organName}按系统中的记录出具，供${copy.ground}使用。${dateWords(copy.madeOn)}出具，经手人${copy.madeBy}。记录逐条写入，写入后不能更改。`,
    ),
    heading(1, '一、登记的内容'),
    ...labelled('接收', `${dateWords(copy.receivedOn)}，${copy.channel}，${orGap(copy.receivedByName)}登记`),
    ...labelled('反映人', `${copy.name ?? '匿名'}，联系方式${orGap(copy.contact)}`),
    ...labelled('摘要', copy.line),
    ...labelled('情况', orGap(copy.facts)),
    ...labelled('诉求', orGap(copy.wish)),
    ...labelled('以前找过谁', orGap(copy.before)),
    heading(1, '二、办理记录'),
    boxed([8, 36, 26, 86], [HEAD, ...copy.steps.map(stepRow)], { points: 10 }),
    ...(copy.files.length > 0
      ? [
          heading(1, '三、材料'),
          ...copy.files.flatMap(({ name, addedOn, fingerprint }) =>
            paragraphs(`${orGap(name)}，${dateWords(addedOn)}加入，SHA-256 ${grouped(fingerprint)}`),
          ),
        ]
      : []),
    heading(1, copy.files.length > 0 ? '四、核对' : '三、核对'),
    ...paragraphs(
      `共 ${copy.steps.length} 条记录。每条内容在写入时取了带密钥的指纹，指纹连同写入的人和时间进入改动留痕，留痕逐段封存、前后相连；内容改动一字，指纹即不相符。出具单位可以用系统逐条核对。`,
    ),
    ...labelled('副本校验码', grouped(copy.digest)),
    ...paragraphs('经核对，本副本与系统记录一致。'),
    blank(),
    signatures(['经手人：', '核对人：']),
    blank(),
    closing(copy.unitName, 2),
    closing(dateWords(copy.madeOn), 4),
  ])

const HEAD: Row = {
  boxes: [label('序'), label('日期'), label('事项'), label('内容和指纹')],
  head: true,
}

const stepRow = (step: NeedCopy['steps'][number], at: number): Row => ({
  boxes: [
    cell(String(at + 1), { align: 'center' }),
    cell(`${step.onDay}\n写入 ${step.at}`),
    cell(`${step.what}\n${step.by}`),
    cell(
      [
        step.text,
        step.fingerprint && `指纹 ${grouped(step.fingerprint)}`,
        step.seal ? `封存第 ${step.seal.number} 段，封存码 ${step.seal.code}` : '留痕待封存',
      ]
        .filter(Boolean)
        .join('\n'),
    ),
  ],
})

/** In groups of eight, so that lines break where they may. */
const grouped = (hex: string): string => hex.replace(/(.{8})(?=.)/g, '$1 ')
