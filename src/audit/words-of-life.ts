import type { Subject } from './contract.ts'

/** The tables of organisation life as people know them; see words.ts. */
export const RECORDS_OF_LIFE: Readonly<Record<string, { says: string; about: Subject }>> = {
  opening: { says: '查看记录', about: 'life' },
}

/** Columns of theirs that no request names. */
export const COLUMNS_OF_LIFE: Readonly<Record<string, string>> = {
  reader_id: '查看人',
  reader_name: '查看人',
  about_id: '所涉人员',
  record_kind: '记录种类',
  record_id: '记录',
}
