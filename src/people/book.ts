import { refuse } from '../kernel/outcome.ts'
import type { Sheet } from './cell.ts'

export type SheetKind = 'xlsx' | 'xls' | 'csv' | 'html'

/** A file of sheets as tables of cells. `encoding` is set for text files only. */
export type Book = { kind: SheetKind; encoding: string | null; sheets: Sheet[] }

/** Limits that keep one upload from filling the memory: bytes as sent, bytes unpacked, rows of a sheet. */
export const SHEET_LIMITS = {
  bytes: 32 * 1024 * 1024,
  unpacked: 512 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
} as const

export const ENCRYPTED = refuse('invalid', '文件设了打开密码，请在 Excel 或 WPS 里取消密码后再导入。')
export const DAMAGED = refuse('invalid', '文件打不开，可能没有传完或已损坏，请重新保存后再试。')
