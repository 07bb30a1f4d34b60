import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { listCadres } from '../needs/contract.ts'
import * as contract from './contract.ts'
import { listSurveys, readRound } from './survey-contract.ts'

// What the pages of counts and well-being ask for.

export const patternsQuery = (year: number) =>
  queryOptions({
    queryKey: ['patterns', year],
    queryFn: () => call(contract.readPatterns, { query: { year } }),
  })

export const itemQuery = (item: string) =>
  queryOptions({
    queryKey: ['pattern-item', item],
    queryFn: () => call(contract.readItem, { params: { item } }),
  })

export const wellbeingQuery = (year: number) =>
  queryOptions({
    queryKey: ['wellbeing', year],
    queryFn: () => call(contract.readWellbeing, { query: { year } }),
  })

export const surveysQuery = queryOptions({
  queryKey: ['surveys'],
  queryFn: () => call(listSurveys, {}),
})

export const roundQuery = (round: string) =>
  queryOptions({
    queryKey: ['survey-round', round],
    queryFn: () => call(readRound, { params: { round } }),
  })

export const cadresQuery = queryOptions({
  queryKey: ['cadres'],
  queryFn: () => call(listCadres, {}),
})
