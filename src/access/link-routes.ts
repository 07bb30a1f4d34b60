import type { Hono } from 'hono'
import { type Acting, acting } from '../database/acting.ts'
import { open } from '../http/open.ts'
import { type Env, type Route, route, type SignedIn } from '../http/serve.ts'
import { may, PERMISSION_NAMES } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { foundingOf } from './founding.ts'
import { forgetGrants } from './grants.ts'
import { digestOf, keyedDigest, newToken } from './link.ts'
import * as refusals from './refusals.ts'
import { begin, type Means } from './routes.ts'
import * as store from './store.ts'
import { foldedName } from './user-name.ts'

const SET_UP_HOURS = 24
const INVITATION_HOURS = 72
const NO_ORGAN = '00000000-0000-0000-0000-000000000000'

/** The link that the first officer opens; null once there is an account. A new one puts the earlier ones out of use. */
export const setUpLink = async (
  { identity }: Pick<Means, 'identity'>,
  origin: string,
): Promise<string | null> => {
  if (await store.anyAccount(identity)) return null
  const token = newToken()
  const digest = await digestOf(token)
  const as = { organ: NO_ORGAN, person: null, operation: '发出首次设置链接', may: {} }
  await acting(identity, as, (tx) => store.keepSetUpLink(tx, digest, SET_UP_HOURS))
  // Behind #, so that it is never sent to a server and never stands in a log.
  return `${new URL('/set-up', origin)}#${token}`
}

/** What is opened with a one-time link: the first officer's page and an account. */
export const mountLinks = (app: Hono<Env>, means: Means): void => {
  open(app, contract.setUp, async ({ c, body }) => {
    const link = await digestOf(body.token)
    if (!(await store.setUpLinkHolds(means.identity, link))) return refusals.linkIsOver('首次设置')
    const { officer } = body
    if (foldedName(officer.password) === foldedName(officer.userName)) return refusals.passwordIsName
    const founding = foundingOf(body, means.today(), () => crypto.randomUUID())
    if (isRefusal(founding)) return founding

    const account = {
      link,
      person: founding.officer,
      userName: foldedName(officer.userName),
      hash: await hashOf(means, officer.password),
    }
    // Nobody has a post before the first one is written: the founding acts with every right, in the new organ alone.
    const everything = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, ['/']]))
    const as = { organ: founding.organ.id, person: founding.officer, operation: '首次设置', may: everything }
    const founded = await acting(means.database, as, async (tx) => {
      await store.writeFounding(tx, founding)
      return (await store.openFirstAccount(tx, account)) ? {} : refusals.linkIsOver('首次设置')
    })
    if (isRefusal(founded)) return founded
    const begun = await begin(c, means, officer)
    return isRefusal(begun) ? begun : { organId: founding.organ.id, unitId: founding.branch }
  })

  open(app, contract.acceptInvitation, async ({ c, body }) => {
    const link = await digestOf(body.token)
    const invited = await store.invitedBy(means.identity, link)
    if (!invited) return refusals.linkIsOver('启用')
    const userName = foldedName(body.userName)
    if (foldedName(body.password) === userName) return refusals.passwordIsName

    const hash = await hashOf(means, body.password)
    const as = { organ: invited.organId, person: invited.personId, operation: '启用账号', may: {} }
    const opened = await acting(means.identity, as, async (tx) => {
      if (!(await store.useInvitation(tx, link))) return refusals.linkIsOver('启用')
      await store.openAccount(tx, { personId: invited.personId, userName, hash })
      return {}
    }).catch(refusedName)
    if (isRefusal(opened)) return opened
    forgetGrants()
    // Whoever forgot the password may have locked the name by trying.
    const name = await keyedDigest(means.secret, `name ${userName}`)
    await store.forgive(means.identity, name, name)
    const begun = await begin(c, means, body)
    return isRefusal(begun) ? begun : { userName }
  })
}

/** What has routes of its own, so that the description of the product names it as well. */
export const OPEN_ENDPOINTS: readonly Pick<Route, 'endpoint'>[] = [
  contract.readSession,
  contract.signIn,
  contract.signInWithCode,
  contract.signOut,
  contract.changePassword,
  contract.prepareSecondFactor,
  contract.confirmSecondFactor,
  contract.dropSecondFactor,
  contract.setUp,
  contract.acceptInvitation,
].map((endpoint) => ({ endpoint }))

/** Opening and closing other people's accounts, for those who may appoint in their unit. */
export const accountRoutes = ({ identity, library }: Means): readonly Route[] => [
  route(contract.invite, async ({ tx, actor, today, params }) => {
    const path = await store.unitPathOf(tx, params.person)
    if (!path) return noPerson()
    if (!may(actor.grants, 'post.appoint', path)) return notYours()
    // The first account of one with a post above is opened where she is a member; who else could hand her the link?
    if (await store.hasAccount(tx, params.person)) {
      const further = await reachesFurther(tx, actor, params.person, today)
      if (further) return further
    }
    const token = newToken()
    const digest = await digestOf(token)
    const of = { person: params.person, by: actor.person, digest, hours: INVITATION_HOURS }
    const as = { organ: actor.organ, person: actor.person, operation: contract.invite.summary, may: {} }
    const until = await acting(identity, as, (own) => store.keepInvitation(own, of))
    return isRefusal(until) ? until : { link: `/invitation#${token}`, until: until.toISOString() }
  }),

  route(contract.closeAccount, async ({ tx, actor, today, params }) => {
    const path = await store.unitPathOf(tx, params.person)
    if (!path) return noPerson()
    if (!may(actor.grants, 'post.appoint', path)) return notYours()
    if (params.person === actor.person)
      return refuse('conflict', '不能停用自己的账号。请由本支部另一位书记、副书记或组织委员办理。')
    const further = await reachesFurther(tx, actor, params.person, today)
    if (further) return further
    const as = { organ: actor.organ, person: actor.person, operation: contract.closeAccount.summary, may: {} }
    const hash = await hashOf({ library }, newToken())
    const closed = await acting(identity, as, (own) => store.closeAccount(own, params.person, hash))
    forgetGrants()
    return isRefusal(closed) ? closed : { closed }
  }),
]

/**
 * Whoever hands out the link to an account can take it herself. So an account that reaches further than the actor's own
 * rights of appointment is not hers to give anew or to close. Running the system shows no records and bars nothing.
 */
const reachesFurther = async (
  tx: Acting,
  actor: SignedIn,
  person: string,
  today: Day,
): Promise<Refusal | null> => {
  const standing = await store.standingOf(tx, person, today.toString())
  const beyond = standing?.held.find(
    ({ post, path }) => post !== 'member' && post !== 'operator' && !may(actor.grants, 'post.appoint', path),
  )
  return beyond
    ? refuse(
        'not-permitted',
        `此人还在「${beyond.unitName}」任职，账号的重发和停用请由「${beyond.unitName}」的书记、副书记或组织委员办理。`,
      )
    : null
}

const hashOf = async ({ library }: Pick<Means, 'library'>, password: string): Promise<string> => {
  const { password: hasher } = await (await library()).$context
  return hasher.hash(password)
}

const refusedName = (error: unknown): Refusal => {
  if ((error as { constraint?: string }).constraint === 'account_name_is_one') return refusals.nameTaken
  throw error
}

const noPerson = (): Refusal => refuse('not-found', '没有这个人，或不在您的职务范围内。请从名册中选择。')
const notYours = (): Refusal =>
  refuse('not-permitted', '您的职务不能开通或停用这个人的账号。请由其所在支部的书记、副书记或组织委员办理。')
