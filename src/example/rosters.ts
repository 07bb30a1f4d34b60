import { listMembers } from '../people/contract.ts'
import { importRoster, previewRoster } from '../people/roster-contract.ts'
import { idIn, RANK, type Step } from './step.ts'
import type { RosterLine, Story } from './story.ts'

type Roster = Story['people']['rosters'][number]

/** Each roster comes as a sheet, is looked at and accepted, as an officer would do it. */
export const rosterSteps = (rosters: readonly Roster[]): Step[] =>
  rosters.map((roster) => ({
    on: roster.on,
    // Who may import into a second branch holds a post in the general branch, which is entered a week later.
    by: null,
    rank: RANK.roster,
    does: async (hand, names) => {
      const params = { unit: idIn(names.units, roster.unit) }
      const query = { name: roster.file }
      const sheet = sheetOf(roster.people)
      const { digest, basis, handedBack } = await hand.send(
        previewRoster,
        { params, query, file: NONE },
        sheet,
      )
      if (handedBack.length > 0) throw new Error(`${roster.file}: ${JSON.stringify(handedBack)}`)
      await hand.send(importRoster, { params, query: { ...query, digest, basis }, file: NONE }, sheet)
      const { members } = await hand.ask(listMembers, { params, query: { limit: 200 } })
      for (const { name, id } of members) names.people.set(name, id)
    },
  }))

// The bytes go beside the request; the browser's way of handing them over is not needed here.
const NONE = new Blob()

const COLUMNS: readonly [string, (line: RosterLine) => string | undefined][] = [
  ['姓名', ({ name }) => name],
  ['性别', ({ sex }) => sex],
  ['身份证号', ({ id }) => id],
  ['学历', ({ education }) => education],
  ['人员类别', ({ status }) => status],
  ['入党时间', ({ joined }) => joined],
  ['转正时间', ({ full }) => full],
  ['所在党小组', ({ group }) => group],
  ['工作岗位', ({ work }) => work],
  ['联系电话', ({ phone }) => phone],
  ['备注', ({ remark }) => remark],
]

/** The roster as spreadsheet programs write it: comma-separated, marked as UTF-8. */
const sheetOf = (people: readonly RosterLine[]): Uint8Array => {
  const rows = [
    COLUMNS.map(([header]) => header),
    ...people.map((line) => COLUMNS.map(([, of]) => of(line) ?? '')),
  ]
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`)
}
