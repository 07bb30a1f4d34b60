/** The words of this part of the product; src/glossary.ts takes them in. */
export const terms = {
  book: '支部工作手册',
  sheets: '台账表格',
  archive: '年度归档',
  making: '生成中',
  made: '已生成',
  failed: '没有生成',
  interrupted: '已中断',
  removed: '已到期清除',
} as const
export const fields: Readonly<Record<string, string>> = {
  job: '生成的文件',
}
