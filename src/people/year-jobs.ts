import type { Acting } from '../database/acting.ts'
import { ruled, sheetsXlsx } from '../documents/ruled-sheet.ts'
import { GAP, orGap } from '../documents/wording.ts'
import type { Block, Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import { TERMS } from '../glossary.ts'
import { COMMITTEE_POSTS, POSTS, type Post } from '../kernel/access.ts'
import { basesOf } from './store.ts'
import * as store from './year-store.ts'

type Table = Extract<Block, { kind: 'table' }>

/** The last day that the year's book speaks of: its end, or today while it runs. */
const lastDay = ({ year, today }: YearAsked): string => (`${year}-12-31` < today ? `${year}-12-31` : today)

/** 支部概况, 支委会, 党员名册 and 党小组名册. Identity numbers are in none of them. Four statements. */
export const peopleChapters = async (tx: Acting, asked: YearAsked): Promise<Chapter[]> => {
  const { year, units, unitId, path } = asked
  const on = lastDay(asked)
  const bases = await basesOf(tx, path, on)
  const officers = await store.officersOf(tx, units, year)
  const groups = await store.groupsOf(tx, units, year)
  const roster = await store.rosterOf(tx, units, on)
  const committee = officers
    .filter((officer) => officer.unitId === unitId && isOfCommittee(officer.post))
    .toSorted((one, other) => POSTS.indexOf(one.post) - POSTS.indexOf(other.post))
  return [
    chapter('overview', '支部概况', [
      table(
        '党员和党小组',
        ['项目', '数目'],
        [40, 20],
        [
          ['党员', String(bases.members)],
          ['其中正式党员', String(bases.full)],
          ['其中预备党员', String(bases.probationary)],
          ['有表决权', String(bases.voting)],
          [
            '党小组',
            String(groups.filter(({ dissolvedOn }) => dissolvedOn === null || dissolvedOn >= on).length),
          ],
        ],
      ),
    ]),
    chapter('committee', '支部委员会组成和分工', committee.length === 0 ? [] : [committeeTable(committee)]),
    chapter('members', '党员名册', roster.length === 0 ? [] : [rosterTable(roster)]),
    chapter('groups', '党小组名册', groups.length === 0 ? [] : [groupTable(groups, officers, roster)]),
  ]
}

/** The roster of a year that is over, as a sheet of its own; while the year runs it still changes. One statement. */
export const peoplePapers = async (tx: Acting, asked: YearAsked): Promise<YearPaper[]> => {
  const { year, today, units, unitName, organName } = asked
  if (`${year}-12-31` >= today) return []
  const roster = await store.rosterOf(tx, units, `${year}-12-31`)
  if (roster.length === 0) return []
  const { head, widths, rows } = rosterTable(roster)
  const title = `${unitName}${year}年党员名册`
  const columns = head.map((header, at) => ({
    header,
    width: widths[at]!,
    of: (row: readonly string[]) => row[at]!,
  }))
  return [
    {
      series: 'rosters',
      on: `${year}-12-31`,
      title,
      author: unitName,
      fileName: `${title}.xlsx`,
      bytes: () => sheetsXlsx([ruled({ name: '党员名册', title, organName, columns, rows })], unitName),
    },
  ]
}

const chapter = (id: string, title: string, blocks: readonly Block[]): Chapter => ({ id, title, blocks })

const table = (
  title: string,
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): Table => ({ kind: 'table', title, head, widths, rows })

const isOfCommittee = (post: Post): boolean => COMMITTEE_POSTS.some((each) => each === post)

const committeeTable = (officers: readonly store.Officer[]): Table =>
  table(
    '支部委员会组成和分工',
    ['职务', '姓名', '性别', '出生', '学历', '入党', '岗位', '任职', '卸任', '电话'],
    [12, 10, 6, 12, 12, 12, 18, 12, 12, 14],
    officers.map((officer) => [
      TERMS[officer.post],
      orGap(officer.name),
      sexWord(officer.sex),
      dayText(officer.bornOn, officer.bornPrecision),
      orGap(officer.education),
      dayText(officer.joinedOn, officer.joinedPrecision),
      orGap(officer.occupation),
      officer.since,
      officer.until ?? '',
      orGap(officer.phone),
    ]),
  )

const rosterTable = (roster: readonly store.RosterRow[]): Table =>
  table(
    '党员名册',
    [
      '序号',
      '姓名',
      '性别',
      '民族',
      '出生',
      '籍贯',
      '学历',
      '入党',
      '转正',
      '党籍',
      '党小组',
      '党内职务',
      '岗位',
      '电话',
    ],
    [5, 9, 5, 7, 13, 10, 9, 13, 13, 9, 12, 11, 17, 15],
    roster.map((person, at) => [
      String(at + 1),
      person.name,
      sexWord(person.sex),
      orGap(person.ethnicity),
      dayText(person.bornOn, person.bornPrecision),
      orGap(person.nativePlace),
      orGap(person.education),
      dayText(person.joinedOn, person.joinedPrecision),
      person.status === 'probationary' ? '' : dayText(person.fullOn, person.fullPrecision),
      TERMS[person.status],
      person.groupName ?? '',
      [...new Set(person.posts)].map((post) => TERMS[post]).join('、'),
      orGap(person.occupation),
      orGap(person.phone),
    ]),
  )

const groupTable = (
  groups: readonly store.GroupRow[],
  officers: readonly store.Officer[],
  roster: readonly store.RosterRow[],
): Table =>
  table(
    '党小组名册',
    ['党小组', '组长', '成立', '撤销', '人数', '成员'],
    [16, 12, 12, 12, 6, 50],
    groups.map(({ id, name, foundedOn, dissolvedOn }) => {
      const members = roster.filter(({ groupId }) => groupId === id)
      const leaders = officers.filter(({ unitId, post }) => unitId === id && post === 'group-leader')
      return [
        name,
        leaders.map((leader) => orGap(leader.name)).join('、') || GAP,
        foundedOn,
        dissolvedOn ?? '',
        String(members.length),
        members.map((member) => member.name).join('、'),
      ]
    }),
  )

const sexWord = (sex: 'female' | 'male' | null): string => {
  if (sex === null) return GAP
  return sex === 'female' ? '女' : '男'
}

const dayText = (on: string | null, precision: 'day' | 'month'): string => {
  if (on === null) return GAP
  return precision === 'month' ? on.slice(0, 7) : on
}
