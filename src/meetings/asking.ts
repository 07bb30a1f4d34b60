import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { listMembers, listPosts } from '../people/contract.ts'
import { type Kind, listExpected, listMeetings, readMeeting } from './contract.ts'
import { listOwnTasks, readThemeYear } from './theme-contract.ts'

// What the pages of meetings ask for; the keys tell which answers a change makes old.

export const meetingQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['meeting', meeting],
    queryFn: () => call(readMeeting, { params: { meeting } }),
    // A form lies over it: it must not change by itself while somebody writes.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  })

export const meetingsQuery = (unit: string, year: number, kind: Kind | undefined, after?: string) =>
  queryOptions({
    queryKey: ['meetings', unit, year, kind ?? '', after ?? ''],
    queryFn: () =>
      call(listMeetings, {
        params: { unit },
        query: { year, ...(kind ? { kind } : {}), ...(after ? { after } : {}) },
      }),
  })

/** The last meeting of a kind: where and when such meetings are held here. */
export const lastOfKindQuery = (unit: string, kind: Kind) =>
  queryOptions({
    queryKey: ['meetings', unit, 'last', kind],
    queryFn: () => call(listMeetings, { params: { unit }, query: { kind, limit: 1 } }),
  })

export const expectedQuery = (unit: string, on: string, kinds: readonly Kind[]) =>
  queryOptions({
    queryKey: ['expected', unit, on, kinds.join(',')],
    queryFn: () => call(listExpected, { params: { unit }, query: { on, kinds: kinds.join(',') } }),
    retry: false,
  })

export const membersQuery = (unit: string, on: string) =>
  queryOptions({
    queryKey: ['members', unit, on],
    queryFn: () => call(listMembers, { params: { unit }, query: { on, limit: 200 } }),
  })

export const postsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['posts', unit],
    queryFn: () => call(listPosts, { params: { unit } }),
  })

/** The theme days of a year: the fixed day, what is meant for each month, and the gatherings. */
export const themeYearQuery = (unit: string, year: number) =>
  queryOptions({
    queryKey: ['theme-days', unit, year],
    queryFn: () => call(readThemeYear, { params: { unit }, query: { year } }),
  })

export const ownTasksQuery = () =>
  queryOptions({ queryKey: ['own-tasks'], queryFn: () => call(listOwnTasks, {}) })
