import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { listMembers } from '../people/contract.ts'
import * as contract from './contract.ts'

// What the pages of study and outreach ask for.

export const planQuery = (unit: string, year: number) =>
  queryOptions({
    queryKey: ['study-plan', unit, year],
    queryFn: () => call(contract.readStudyPlan, { params: { unit }, query: { year } }),
  })

export const sessionsQuery = (unit: string, year: number) =>
  queryOptions({
    queryKey: ['study-sessions', unit, year],
    queryFn: () => call(contract.listStudySessions, { params: { unit }, query: { year } }),
  })

export const sessionQuery = (session: string) =>
  queryOptions({
    queryKey: ['study-session', session],
    queryFn: () => call(contract.readStudySession, { params: { session } }),
  })

export const hoursQuery = (unit: string, year: number) =>
  queryOptions({
    queryKey: ['study-hours', unit, year],
    queryFn: () => call(contract.readStudyHours, { params: { unit }, query: { year } }),
  })

export const ownQuery = (year: number) =>
  queryOptions({
    queryKey: ['own-study', year],
    queryFn: () => call(contract.readOwnStudy, { query: { year } }),
  })

export const ownQuestionsQuery = queryOptions({
  queryKey: ['own-questions'],
  queryFn: () => call(contract.listOwnQuestions, {}),
})

export const outreachQuery = (unit: string, year: number) =>
  queryOptions({
    queryKey: ['outreach', unit, year],
    queryFn: () => call(contract.listOutreach, { params: { unit }, query: { year } }),
  })

export const lectureQuery = (lecture: string) =>
  queryOptions({
    queryKey: ['outreach-lecture', lecture],
    queryFn: () => call(contract.readLecture, { params: { lecture } }),
  })

export const membersQuery = (unit: string, on: string) =>
  queryOptions({
    queryKey: ['members', unit, on],
    queryFn: () => call(listMembers, { params: { unit }, query: { on, limit: 200 } }),
  })
