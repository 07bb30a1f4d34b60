import { z } from 'zod'
import { Common, Days, Span } from './entry.ts'

const Event = {
  ...Common,
  kind: z.literal('limit'),
  /** The event that the time counts from: `elected`. */
  event: z.string().regex(/^[a-z][a-z-]*$/),
  /** What people call it: 当选日. */
  eventName: z.string().min(1),
}

/** The organ's choices under which an example stands, by parameter key. */
const parameters = z.record(z.string(), z.string()).optional()

const LastDays = z.array(z.strictObject({ event: Days, last: Days, parameters })).min(2)

/** The last day is the event plus the time: a term, a reply. */
export const Within = z.strictObject({ ...Event, within: Span, examples: LastDays })

/** The last day lies the time before the event: a request sixty days before the election. */
export const Ahead = z.strictObject({ ...Event, ahead: Span, examples: LastDays })

/** The first day is the event plus the time: conversion no sooner than a year after admission. */
export const NotBefore = z.strictObject({
  ...Event,
  notBefore: Span,
  examples: z.array(z.strictObject({ event: Days, first: Days, parameters })).min(2),
})

/** An event and a time give the last day, or the first day, on which something may be done. Both ends belong to it. */
export type LimitRule = z.infer<typeof Within> | z.infer<typeof Ahead> | z.infer<typeof NotBefore>
