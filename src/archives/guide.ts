import type { GuideText } from '../ui/guide.ts'

const CLAUSES = [
  { rule: 'archive.filed', citation: '《中华人民共和国档案法》第十三条至第十四条' },
  { rule: 'archive.electronic', citation: '《中华人民共和国档案法》第三十七条' },
]

export const archiveGuides = {
  yearEnd: {
    needs: [
      '先看下面各章有没有“本年没有记录”：漏记的先回到原处补记，补记会写明是补记。',
      '手册是一份 Word 文件，打印后由书记签名；台账是同样内容的表格。',
      '归档包里每件文书按保管期限和类别放好，附目录和校验清单；页数在装订时填写。',
      '保管期限各地不一，第一次归档前和档案部门核对一次，在“本地参数”里选定。',
    ],
    who: '支部组织委员生成并核对，书记审阅；一月上旬交机关党委检查，退回后存档。',
    clauses: CLAUSES,
    good: '生成前发现四月的党小组会只有日期没有到会人数，先补上人数再生成，手册里就不再有缺项。',
    poor: '手册生成后在 Word 里添上没有开过的会。添上的内容没有记录作依据，下次生成也不会有。',
  },
} as const satisfies Record<string, GuideText>
