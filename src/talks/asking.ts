import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { listOpinions, readOwnTalks, readTalk, readTalks } from './contract.ts'

// What the pages of talks ask for.

export const talksQuery = (unit: string, year: number) =>
  queryOptions({
    queryKey: ['talks', unit, year],
    queryFn: () => call(readTalks, { params: { unit }, query: { year } }),
  })

export const opinionsQuery = (unit: string, year: number) =>
  queryOptions({
    queryKey: ['talk-opinions', unit, year],
    queryFn: () => call(listOpinions, { params: { unit }, query: { year } }),
  })

export const ownTalksQuery = queryOptions({
  queryKey: ['own-talks'],
  queryFn: () => call(readOwnTalks, {}),
})

export const talkQuery = (talk: string) =>
  queryOptions({ queryKey: ['talk', talk], queryFn: () => call(readTalk, { params: { talk } }) })
