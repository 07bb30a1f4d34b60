import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { listAnalyses, readOwnAnalysis } from './contract.ts'
import { readSelfCheck } from './self-check-contract.ts'

/** `from` undefined for the present period. */
export const ownQuery = (from: string | undefined) =>
  queryOptions({
    queryKey: ['own-analysis', from ?? 'present'],
    queryFn: () => call(readOwnAnalysis, { query: { ...(from && { from }) } }),
  })

export const linesQuery = (unit: string, from: string | undefined) =>
  queryOptions({
    queryKey: ['analyses', unit, from ?? 'present'],
    queryFn: () => call(listAnalyses, { params: { unit }, query: { ...(from && { from }) } }),
  })

export const selfCheckQuery = (year: number) =>
  queryOptions({
    queryKey: ['self-check', year],
    queryFn: () => call(readSelfCheck, { params: { year } }),
  })
