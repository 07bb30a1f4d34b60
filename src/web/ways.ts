import type { Permission } from '../access/access.ts'

export type Way = { to: '/'; title: string; asks: readonly Permission[] }

/** The ways in, in the order of the left column. Each is shown to those whose posts open it; only those that exist stand here. */
export const WAYS: readonly Way[] = [{ to: '/', title: '今日', asks: [] }]
