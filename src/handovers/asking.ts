import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { listMembers, listPosts } from '../people/contract.ts'
import { listHandovers, readHandover } from './contract.ts'

export const handoversQuery = () =>
  queryOptions({ queryKey: ['handovers'], queryFn: () => call(listHandovers, {}) })

export const handoverQuery = (handover: string) =>
  queryOptions({
    queryKey: ['handover', handover],
    queryFn: () => call(readHandover, { params: { handover } }),
  })

/** The posts of a unit that ever were, groups with it, the latest first. */
export const everPostsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['posts', unit, 'ever'],
    queryFn: () => call(listPosts, { params: { unit }, query: { span: 'ever', within: 'groups' } }),
  })

export const rosterQuery = (unit: string, on: string) =>
  queryOptions({
    queryKey: ['members', unit, on],
    queryFn: () => call(listMembers, { params: { unit }, query: { on, limit: 200 } }),
  })
