import { type ArchiveListData, PAGES } from './archive-list.ts'
import type { TagBook } from './template-tags.ts'
import { dateWords, GAP } from './wording.ts'

/** What a unit's own template of the archive list may say. */
export const ARCHIVE_LIST_TAGS: TagBook<ArchiveListData> = {
  single: [
    { tag: '机关', says: '机关名称', of: ({ organName }) => organName },
    { tag: '组织', says: '归档的组织', of: ({ unitName }) => unitName },
    { tag: '年度', says: '如：2026', of: ({ year }) => String(year) },
    { tag: '件数', says: '归档文件共几件', of: ({ files }) => String(files.length) },
  ],
  repeated: [
    {
      tag: '文件',
      says: '每件归档文件重复一次',
      inside: ['序号', '件号', '类别', '题名', '责任者', '日期', '页数', '保管期限'],
      rows: ({ files }) =>
        files.map((file, at) => ({
          序号: String(at + 1),
          件号: file.number,
          类别: file.class,
          题名: file.title,
          责任者: file.author ?? GAP,
          日期: file.on === null ? GAP : dateWords(file.on),
          页数: PAGES,
          保管期限: file.retention,
        })),
    },
  ],
}
