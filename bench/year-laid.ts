import { type Acting, acting, type Database } from '../src/database/acting.ts'
import { type Grants, PERMISSION_NAMES } from '../src/kernel/access.ts'

const BRANCHES = 5
const MEMBERS = 50
const TEXT =
  '通报上月办理情况，逐项说明完成到哪一步；围绕本月重点交换意见，明确牵头人、时间和需要协调的事项，会后由支部委员分头跟进。'

export type Laid = { organ: string; person: string; grants: Grants; general: string; branch: string }

const everything = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, ['/']]))

/** A general branch of five branches with fifty members each, and a full year of meetings, talks and study in every one. */
export const layYear = async (database: Database): Promise<Laid> => {
  const organ = crypto.randomUUID()
  const as = { organ, person: null, operation: 'bench', may: everything }
  const laid = await acting(database, as, async (tx) => {
    await tx.insertInto('organ').values({ organId: organ, name: '测量用市妇联' }).execute()
    const general = await unit(tx, '/', 'general-branch', '测量用党总支')
    const branches: Branch[] = []
    for (let at = 1; at <= BRANCHES; at += 1) branches.push(await branchOf(tx, general.path, at))
    return { general: general.id, branch: branches[0]!.id, person: branches[0]!.people[0]! }
  })
  if ('refused' in laid) throw new Error(laid.message)
  return { organ, grants: everything, ...laid }
}

type Place = { id: string; path: string }
type Branch = Place & { people: string[] }

const unit = async (tx: Acting, above: string, kind: string, name: string): Promise<Place> => {
  const id = crypto.randomUUID()
  const path = `${above}${id.slice(0, 8)}${id.slice(9, 13)}/`
  await tx
    .insertInto('unit')
    .values({ id, line: 'party', kind, name, path, foundedOn: '2015-01-01' })
    .execute()
  await tx.insertInto('unitPlace').values({ unitId: id, name, since: '2015-01-01' }).execute()
  return { id, path }
}

const branchOf = async (tx: Acting, above: string, number: number): Promise<Branch> => {
  const branch = await unit(tx, above, 'branch', `测量用第${number}党支部`)
  const groups = [
    await unit(tx, branch.path, 'group', `测量用第${number}党支部第一党小组`),
    await unit(tx, branch.path, 'group', `测量用第${number}党支部第二党小组`),
  ]
  const people = Array.from({ length: MEMBERS }, () => crypto.randomUUID())
  await tx
    .insertInto('person')
    .values(
      people.map((id, at) => ({
        id,
        name: `${'丁王方叶白冯田刘江孙'[at % 10]}${'一文方平立兰青英珍玲'[Math.floor(at / 5) % 10]}${number}`,
        unitId: branch.id,
        ...{ sex: 'female', education: '大学本科', occupation: '示例处室工作人员', ethnicity: '汉族' },
        ...{ bornOn: '1985-03-01', joinedOn: '2008-07-01', fullOn: '2009-07-01' },
      })),
    )
    .execute()
  await tx
    .insertInto('membership')
    .values(
      people.map((personId, at) => ({
        personId,
        unitId: branch.id,
        groupId: groups[at % 2]!.id,
        status: 'full',
        since: '2009-07-01',
      })),
    )
    .execute()
  const posts = ['secretary', 'deputy-secretary', 'organization', 'publicity', 'discipline']
  await tx
    .insertInto('post')
    .values(
      posts.map((post, at) => ({ personId: people[at]!, unitId: branch.id, post, since: '2024-01-01' })),
    )
    .execute()
  await meetings(tx, branch, groups, people)
  await talks(tx, branch, people)
  await study(tx, branch, people)
  return { ...branch, people }
}

const two = (number: number): string => String(number).padStart(2, '0')

const meetings = async (tx: Acting, branch: Place, groups: readonly Place[], people: readonly string[]) => {
  for (let month = 1; month <= 12; month += 1) {
    const held: [string, Place, readonly string[]][] = [
      ['committee-meeting', branch, people.slice(0, 5)],
      ['theme-day', branch, people],
      ...groups.map((group, at): [string, Place, readonly string[]] => [
        'group-meeting',
        group,
        people.filter((_, own) => own % 2 === at),
      ]),
    ]
    if (month % 3 === 0) held.push(['general-meeting', branch, people], ['lecture', branch, people])
    for (const [kind, place, expected] of held)
      await meeting(tx, place, kind, `2025-${two(month)}-12`, expected)
  }
}

const meeting = async (
  tx: Acting,
  { id: unitId }: Place,
  kind: string,
  heldOn: string,
  people: readonly string[],
): Promise<void> => {
  const id = crypto.randomUUID()
  await tx
    .insertInto('meeting')
    .values({
      ...{ id, unitId, heldOn, title: `${heldOn.slice(5, 7)}月会议`, stage: 'recorded', recordedOn: heldOn },
      ...{ startsAt: '15:00', endsAt: '16:30', place: '三楼会议室' },
      ...{ hostId: people[0]!, hostName: '丁一', recorderId: people[1]!, recorderName: '王文' },
    })
    .execute()
  const of = { meetingId: id, unitId }
  const topic = kind === 'lecture' || kind === 'theme-day' ? '示例主题' : null
  await tx
    .insertInto('meetingPart')
    .values({ ...of, ordinal: 1, kind, topic })
    .execute()
  await tx
    .insertInto('agendaItem')
    .values([1, 2, 3].map((ordinal) => ({ ...of, ordinal, part: 1, title: `议程${ordinal}`, points: TEXT })))
    .execute()
  await tx
    .insertInto('attendance')
    .values(
      people.map((personId, at) => ({
        ...{ ...of, personId, name: `党员${at}`, ordinal: at + 1, entitled: true, votes: true },
        ...(at % 17 === 5 ? { state: 'excused', reason: '出差' } : { state: 'present' }),
      })),
    )
    .execute()
  await tx
    .insertInto('followUp')
    .values({ ...of, ordinal: 1, what: '按分工跟进', ownerId: people[2]!, ownerName: '方平', dueOn: heldOn })
    .execute()
  await tx
    .insertInto('evidence')
    .values({ unitId, kind, heldOn, recordedOn: heldOn, title: '会议', sourceKind: 'meeting', sourceId: id })
    .execute()
}

const talks = (tx: Acting, { id: unitId }: Place, people: readonly string[]) =>
  tx
    .insertInto('talk')
    .values(
      people
        .slice(1)
        .map((partnerId, at) => ({
          ...{ unitId, talkerId: people[at % 5 === 0 ? 0 : at % 5]!, partnerId, kind: 'committee-member' },
          ...{ stage: 'held', heldOn: '2025-09-10', recordedOn: '2025-09-10' },
        }))
        .filter(({ talkerId, partnerId }) => talkerId !== partnerId),
    )
    .execute()

const study = async (tx: Acting, { id: unitId }: Place, people: readonly string[]): Promise<void> => {
  for (let month = 1; month <= 12; month += 1) {
    const id = crypto.randomUUID()
    const heldOn = `2025-${two(month)}-20`
    await tx
      .insertInto('studySession')
      .values({
        ...{ id, unitId, heldOn, kind: 'collective', topic: `${month}月集中学习`, audience: 'all', hours: 3 },
        ...{ recordedOn: heldOn, recordedBy: people[0]!, recordedByName: '丁一' },
      })
      .execute()
    await tx
      .insertInto('studyAttendee')
      .values(
        people.map((personId, at) => ({
          unitId,
          sessionId: id,
          personId,
          name: `党员${at}`,
          ordinal: at + 1,
          tookPart: true,
        })),
      )
      .execute()
  }
}
