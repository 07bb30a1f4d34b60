import type { OutlineItem, OutlineKind } from './outline-contract.ts'

const heading = (text: string): OutlineItem => ({ text, source: null })
const CONSTITUTION = '《中国共产党章程》第三条'

/** What is asked where no unit has laid down a list of its own. No national text prescribes one: in our own words. */
export const DEFAULT_OUTLINES: Readonly<Record<OutlineKind, readonly OutlineItem[]>> = {
  analysis: [
    heading('理想信念'),
    heading('党性修养'),
    heading('履职尽责'),
    heading('联系群众'),
    heading('遵规守纪'),
    heading('问题和原因'),
    heading('今后打算'),
  ],
  'self-check': [
    { text: '学了该学的，并用到自己的工作上', source: CONSTITUTION },
    { text: '重大问题上与党中央保持一致，当面背后一个样', source: CONSTITUTION },
    { text: '支部交办的事按时办完，办不了的说明了', source: CONSTITUTION },
    { text: '按规定参加组织生活，因故不到的请了假', source: '《中国共产党章程》第八条' },
    { text: '按时足额交了党费', source: '《中国共产党章程》第九条' },
    { text: '对同志有意见当面提，别人的意见听得进', source: CONSTITUTION },
    { text: '听到群众的难处，转达或回复了', source: CONSTITUTION },
    { text: '公和私分得清，没有收不该收的', source: '《中国共产党廉洁自律准则》' },
    { text: '工作秘密和群里的言论守住了分寸', source: CONSTITUTION },
    { text: '该向组织报告的个人事项报告了', source: '《关于新形势下党内政治生活的若干准则》' },
    { text: '家里人没有借自己的职务办事', source: '《中国共产党廉洁自律准则》' },
  ],
}
