import type { TalkRecord } from '../documents/talk-paper.ts'
import type { TalkRegister } from '../documents/talk-register.ts'
import type { Note, Talks } from './contract.ts'
import { CAUSE_NAMES, KIND_NAMES, type Kind, OUTCOME_NAMES, type Outcome } from './kinds.ts'
import { type Need, needsOf, pairKey } from './needs.ts'

/** Titles of the three readings, as pages and sheets name them. */
export const NEED_TITLES: Record<Kind, string> = {
  committee: '支委之间，两两各谈一次',
  'committee-member': '支委与党员',
  member: '党员之间，每人至少一次',
}

export const needTitle = ({ kind, by }: Need): string => {
  if (kind !== 'committee-member') return NEED_TITLES[kind]
  return by === 'pair' ? '支委与党员，每位委员与每名党员' : '支委与党员，每名党员有一位委员谈过'
}

export const causeName = (cause: Note['cause']): string | null =>
  cause === null ? null : cause === 'yearly' ? '年度谈心' : CAUSE_NAMES[cause]

/** The facts of the sheet from those of the page. */
export const registerOf = (shown: Talks, organName: string): TalkRegister => {
  const counted = shown.people.filter(({ counts }) => counts)
  const held = shown.talks.filter(({ stage }) => stage === 'held')
  const names = new Map(shown.people.map(({ id, name }) => [id, name]))
  const marks = new Map<string, string>()
  for (const { talkerId, partnerId, stage, heldOn } of shown.talks) {
    const key = pairKey(talkerId, partnerId)
    if (stage === 'held' && heldOn) marks.set(key, shortDay(heldOn))
    else if (!marks.has(key)) marks.set(key, '已安排')
  }
  return {
    organName,
    unitName: shown.unitName,
    year: shown.year,
    rows: held.map(({ heldOn, talkerName, partnerName, kind, recordedOn }) => ({
      heldOn: heldOn ?? '',
      talkerName,
      partnerName,
      kind: KIND_NAMES[kind],
      recordedOn,
    })),
    matrix: counted.map(({ id, name, committee }) => ({
      name,
      post: committee ? '支委' : '',
      cells: counted.map((other) => (other.id === id ? '—' : (marks.get(pairKey(id, other.id)) ?? ''))),
    })),
    needs: needsOf(counted, held, shown.reading).map((need) => ({
      title: needTitle(need),
      needed: `${need.needed} ${UNIT[need.by]}`,
      done: `${need.done} ${UNIT[need.by]}`,
      lacking: need.lacking
        .map(({ personId, withId }) =>
          [personId, ...(withId ? [withId] : [])].map((id) => names.get(id)).join('与'),
        )
        .join('、'),
      citation: shown.clauses[need.kind]?.citation ?? '',
    })),
  }
}

export const UNIT = { pair: '对', person: '人' } as const

/** 11.20, as a narrow cell writes a day of the year. */
export const shortDay = (on: string): string => `${Number(on.slice(5, 7))}.${Number(on.slice(8))}`

type Raised = { speakerId: string; text: string; released: boolean; outcome: string | null }

export const opinionLines = (
  raised: readonly Raised[],
  nameOf: (person: string) => string,
): TalkRecord['opinions'] =>
  raised.map(({ speakerId, text, released, outcome }) => ({
    speakerName: nameOf(speakerId),
    text,
    note: released ? (outcome ? OUTCOME_NAMES[outcome as Outcome] : '已转交支委会') : '未转交',
  }))
