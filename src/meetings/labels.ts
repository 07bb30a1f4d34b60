import { fieldName } from '../glossary.ts'

/** What lists of faults call the fields of these forms. */
export const LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'title',
    'heldOn',
    'startsAt',
    'endsAt',
    'place',
    'hostId',
    'recorderId',
    'kinds',
    'agenda',
    'attendance',
    'resolutions',
    'followUps',
    'becomes',
    'reason',
  ].map((field) => [field, fieldName(field)]),
)
