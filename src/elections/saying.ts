import { dateWords, GAP } from '../documents/wording.ts'
import { type Election, type Exclusion, standing, stepOf } from './facts.ts'
import type { Body, Gathering, Matter, Motion } from './gathering.ts'
import type { ShownByHands } from './motions.ts'
import { rolesOf, standingBefore } from './officers.ts'
import { roleWords } from './titles.ts'

// What the host says before and after a show of hands. Numbers and names are those of the records.

export const MATTER_TITLES: Record<ShownByHands, string> = {
  exclusions: '通过不计入应到会的人员',
  report: '上届委员会工作报告',
  method: '通过选举办法',
  candidates: '介绍和通过候选人名单',
  officers: '通过监票人、计票人',
}

export const motionOf = (gathering: Gathering | undefined, matter: Matter): Motion | undefined =>
  gathering?.motions.find((motion) => motion.matter === matter)

export const askedAndCounted = (gathering: Gathering | undefined, matter: Matter): string[] => {
  const motion = motionOf(gathering, matter)
  const asked = '现在表决。同意的请举手；不同意的请举手；弃权的请举手。'
  if (!motion) return [asked]
  const { approve, oppose, abstain, passed } = motion
  const counted = `同意 ${approve} 人，不同意 ${oppose} 人，弃权 ${abstain} 人。`
  return [asked, `${counted}${passed ? '通过。' : '赞成没有超过到会人数的半数，没有通过。'}`]
}

type Saying = (election: Election, gathering: Gathering | undefined, body: Body) => string[]

export const SAYS: Record<ShownByHands, Saying> = {
  exclusions: () => [],
  report: () => ['请上届委员会作工作报告。', '请大家审议。'],
  method: (election) => {
    const drafted = stepOf(election, 'method')?.doneOn
    const draft = drafted
      ? `选举办法草案${dateWords(drafted)}定稿，已经发给大家。`
      : '选举办法草案已经发给大家。'
    return [draft, '请宣读选举办法草案。']
  },
  candidates: (election, _, body) =>
    rolesOf(election, body).flatMap((role) => {
      const names = standing(election, role).map(({ name }) => name)
      if (names.length === 0)
        return role === 'deputy-secretary' && election.deputies === 0
          ? []
          : [`${roleWords(election.unitKind, role)}候选人${GAP}。`]
      const order = role === 'member' ? '按姓氏笔画为序' : '按上级批准的次序'
      return [
        `${roleWords(election.unitKind, role)}候选人 ${names.length} 人，${order}：${names.join('、')}。请介绍每名候选人的情况，并回答大家的询问。`,
      ]
    }),
  officers: (election, gathering, body) => {
    const named = (roles: readonly string[]) =>
      gathering?.officers.filter(({ role }) => roles.includes(role)).map(({ name }) => name) ?? []
    const chief = named(['chief-scrutineer'])
    const list = (names: readonly string[]) => (names.length > 0 ? names.join('、') : GAP)
    const who = standingBefore(election, body).length > 0 ? '，都不是候选人' : ''
    return [
      `推选${chief.length > 0 ? `总监票人：${chief.join('、')}；` : ''}监票人：${list(named(['scrutineer']))}；计票人：${list(named(['teller']))}${gathering && gathering.officers.length > 0 ? who : ''}。`,
    ]
  },
}

// The ground is a matter of the person's health or freedom: it is on the paper, and not read out before all.
export const excludedWords = ({ name, approvedOn, approvedBy }: Exclusion): string =>
  `${name}，${approvedBy ?? '上级党组织'}${approvedOn ? dateWords(approvedOn) : GAP}同意不计入。`
