import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Written } from '../http/endpoint.ts'
import { COMMITTEE_POSTS, PERMISSION_NAMES, POSTS } from '../kernel/access.ts'

export const UserName = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}_.-]+$/u, '只能用汉字、字母、数字、点、横线和下划线')
/** Length is what protects; no rule on kinds of characters. */
export const Password = z.string().min(10).max(128)

/** What the browser knows of who is here; `fresh` means that no organ has been founded yet. */
export const Session = z.object({
  state: z.enum(['fresh', 'signed-out', 'signed-in']),
  demo: z.boolean(),
  signedIn: z
    .object({
      userName: z.string(),
      person: z.object({ id: Id, name: z.string() }),
      organ: z.object({ id: Id, name: z.string() }),
      /** Posts held today; `member` among them where a membership runs today. */
      posts: z.array(z.object({ unitId: Id, unitName: z.string(), post: z.enum(POSTS) })),
      /** Path prefixes by permission, as in access.ts. */
      grants: z.partialRecord(
        z.enum(PERMISSION_NAMES as [string, ...string[]]),
        z.array(z.string()).readonly(),
      ),
      /** The unit to open with: the one the person's chief post is in. */
      homeUnitId: Id.nullable(),
      twoFactor: z.boolean(),
    })
    .nullable(),
})
export type Session = z.infer<typeof Session>

export const readSession = endpoint({
  method: 'get',
  path: '/api/session',
  summary: '查看登录状态',
  asks: 'open',
  answer: Session,
})

/** What is typed to sign in is not judged by the rules for choosing a name: any text is a name that exists or not. */
const TypedName = Line(200).min(1)
const TypedPassword = z.string().min(1).max(200)

/** Begins a session, or, where the person has a second factor, the wait for it. */
export const signIn = endpoint({
  method: 'post',
  path: '/api/session',
  summary: '登录',
  asks: 'open',
  body: z.strictObject({ userName: TypedName, password: TypedPassword }),
  answer: z.object({ next: z.enum(['done', 'second-factor']) }),
})

/** The second step: six digits of the authenticator, or one of the codes that were written down. */
export const signInWithCode = endpoint({
  method: 'post',
  path: '/api/session/code',
  summary: '登录时验证动态码',
  asks: 'open',
  body: z.strictObject({ kind: z.enum(['app', 'backup']), code: Line(40).min(6) }),
  answer: z.object({ next: z.literal('done') }),
})

export const signOut = endpoint({
  method: 'delete',
  path: '/api/session',
  summary: '退出登录',
  asks: 'open',
  answer: z.object({}),
})

/** Ends the person's other sessions as well. */
export const changePassword = endpoint({
  method: 'put',
  path: '/api/account/password',
  summary: '修改密码',
  asks: 'signed-in',
  body: z.strictObject({ currentPassword: TypedPassword, password: Password }),
  answer: z.object({}),
})

/** Makes a key for an authenticator; it counts only once a code from it was given. The backup codes are told this one time. */
export const prepareSecondFactor = endpoint({
  method: 'post',
  path: '/api/account/second-factor',
  summary: '准备两步验证',
  asks: 'signed-in',
  body: z.strictObject({ password: TypedPassword }),
  answer: z.object({ uri: z.string(), key: z.string(), backupCodes: z.array(z.string()) }),
})

export const confirmSecondFactor = endpoint({
  method: 'put',
  path: '/api/account/second-factor',
  summary: '开启两步验证',
  asks: 'signed-in',
  body: z.strictObject({ code: Line(40).min(6) }),
  answer: z.object({}),
})

export const dropSecondFactor = endpoint({
  method: 'post',
  path: '/api/account/second-factor/removal',
  summary: '关闭两步验证',
  asks: 'signed-in',
  body: z.strictObject({ password: TypedPassword }),
  answer: z.object({}),
})

/** The first officer's page: opened once, by the link printed at start. */
export const setUp = endpoint({
  method: 'post',
  path: '/api/set-up',
  summary: '首次设置',
  asks: 'open',
  body: z.strictObject({
    token: Line(200),
    organ: Written(100),
    generalBranch: Written(100).nullable(),
    /** 党总支书记: without one, nobody may yet change the general branch or set another branch under it. */
    generalSecretary: Written(60).nullable().default(null),
    branch: Written(100),
    branchFoundedOn: IsoDay,
    groups: z.array(Written(60)).max(20),
    /** 本届支委会选举产生的日期; null where the branch has no committee or it is not known yet. */
    electedOn: IsoDay.nullable(),
    officer: z.strictObject({
      name: Written(60),
      post: z.enum(['secretary', 'deputy-secretary', 'organization']),
      userName: UserName,
      password: Password,
    }),
    /** The other posts of the committee, by name; the roster fills in who they are. */
    posts: z
      .array(
        z.strictObject({
          post: z.enum(COMMITTEE_POSTS),
          name: Written(60),
        }),
      )
      .max(11),
  }),
  answer: z.object({ organId: Id, unitId: Id }),
})

/** A one-time link with which a person chooses a user name and a password; no default password exists anywhere. */
export const invite = endpoint({
  method: 'post',
  path: '/api/people/{person}/invitation',
  summary: '开通账号',
  asks: 'post.appoint',
  params: z.strictObject({ person: Id }),
  body: z.strictObject({}),
  // A path on this host, e.g. /invitation#…: the page that shows it knows the host. What follows # never reaches a log.
  answer: z.object({ link: z.string(), until: z.iso.datetime() }),
})

export const acceptInvitation = endpoint({
  method: 'post',
  path: '/api/invitations',
  summary: '启用账号',
  asks: 'open',
  body: z.strictObject({ token: Line(200), userName: UserName, password: Password }),
  answer: z.object({ userName: z.string() }),
})

/** Ends a person's sessions and sign-in at once, e.g. when a phone is lost; her records stay. */
export const closeAccount = endpoint({
  method: 'post',
  path: '/api/people/{person}/account/closure',
  summary: '停用账号',
  asks: 'post.appoint',
  params: z.strictObject({ person: Id }),
  body: z.strictObject({}),
  answer: z.object({ closed: z.boolean() }),
})
