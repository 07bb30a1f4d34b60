import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Page, Version, Written } from '../http/endpoint.ts'
import { POSTS } from '../kernel/access.ts'
import { STATUSES } from '../kernel/status.ts'

export { STATUSES, type Status } from '../kernel/status.ts'

/** A day, or only its month where the source named no day (then the day is the first). */
export const Dated = z.object({ on: IsoDay, precision: z.enum(['day', 'month']) })

export const Membership = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  groupId: Id.nullable(),
  groupName: z.string().nullable(),
  status: z.enum(STATUSES),
  since: IsoDay,
  until: IsoDay.nullable(),
  reason: z.string().nullable(),
  version: Version,
})
export type Membership = z.infer<typeof Membership>

export const HeldPost = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  unitId: Id,
  unitName: z.string(),
  post: z.enum(POSTS),
  since: IsoDay,
  until: IsoDay.nullable(),
  version: Version,
})
export type HeldPost = z.infer<typeof HeldPost>

/** One line of a roster as of a day. */
export const Member = z.object({
  id: Id,
  name: z.string(),
  initials: z.string(),
  sex: z.enum(['female', 'male']).nullable(),
  status: z.enum(STATUSES),
  unitId: Id,
  groupId: Id.nullable(),
  groupName: z.string().nullable(),
  /** Held on the day, in whichever unit. */
  posts: z.array(z.object({ post: z.enum(POSTS), unitId: Id })),
  phone: z.string().nullable(),
  joined: Dated.nullable(),
  becameFull: Dated.nullable(),
})
export type Member = z.infer<typeof Member>

export const Person = Member.extend({
  ethnicity: z.string().nullable(),
  born: Dated.nullable(),
  education: z.string().nullable(),
  nativePlace: z.string().nullable(),
  occupation: z.string().nullable(),
  remark: z.string().nullable(),
  /** Masked, e.g. 999999********001X; null where unknown or not for the reader's post. */
  identityNumber: z.string().nullable(),
  memberships: z.array(Membership),
  held: z.array(HeldPost),
  hasAccount: z.boolean(),
  version: Version,
})
export type Person = z.infer<typeof Person>

/** The counts that quorums rest on, as of a day, with everyone on the roster who has no vote. */
export const Bases = z.object({
  members: Count,
  full: Count,
  probationary: Count,
  voting: Count,
  without: z.array(
    z.object({
      id: Id,
      name: z.string(),
      status: z.enum(STATUSES),
      since: IsoDay,
      reason: z.string().nullable(),
    }),
  ),
})
export type Bases = z.infer<typeof Bases>

export const listMembers = endpoint({
  method: 'get',
  path: '/api/units/{unit}/members',
  summary: '查看名册',
  asks: 'roster.read',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({ ...Page, on: IsoDay.optional(), name: Line(60).optional() }),
  // `bases` only for a branch, and only for those who see all of it: a group's leader would count her group for the whole.
  answer: z.object({
    on: IsoDay,
    members: z.array(Member),
    next: z.string().nullable(),
    bases: Bases.nullable(),
  }),
})

export const readPerson = endpoint({
  method: 'get',
  path: '/api/people/{person}',
  summary: '查看个人信息',
  asks: 'signed-in',
  params: z.strictObject({ person: Id }),
  query: z.strictObject({ on: IsoDay.optional() }),
  answer: Person,
})

export const changePerson = endpoint({
  method: 'put',
  path: '/api/people/{person}',
  summary: '修改个人信息',
  asks: 'roster.change',
  params: z.strictObject({ person: Id }),
  body: z.strictObject({
    name: Written(60),
    sex: z.enum(['female', 'male']).nullable(),
    ethnicity: Line(30).nullable(),
    phone: Line(30).nullable(),
    education: Line(30).nullable(),
    nativePlace: Line(60).nullable(),
    occupation: Line(60).nullable(),
    remark: Line(500).nullable(),
    version: Version,
  }),
  answer: Person,
})

export const addMember = endpoint({
  method: 'post',
  path: '/api/units/{unit}/members',
  summary: '新增党员',
  asks: 'roster.change',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({
    name: Written(60),
    sex: z.enum(['female', 'male']).nullable(),
    groupId: Id.nullable(),
    status: z.enum(['full', 'probationary']),
    since: IsoDay,
    joinedOn: IsoDay.nullable(),
    fullOn: IsoDay.nullable(),
    phone: Line(30).nullable(),
  }),
  answer: Person,
})

/** From `since` on the person has this status in this branch and group; the row before ends the day before. */
export const changeMembership = endpoint({
  method: 'post',
  path: '/api/people/{person}/memberships',
  summary: '登记党籍或所在党小组变化',
  asks: 'roster.change',
  params: z.strictObject({ person: Id }),
  body: z.strictObject({
    status: z.enum(STATUSES),
    groupId: Id.nullable(),
    since: IsoDay,
    reason: Line(500).nullable(),
    version: Version,
  }),
  answer: Person,
})

export const listPosts = endpoint({
  method: 'get',
  path: '/api/units/{unit}/posts',
  summary: '查看任职',
  asks: 'unit.read',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({
    on: IsoDay.optional(),
    /** `ever`: also the posts that ended before the day or begin after it, the latest first. */
    span: z.enum(['day', 'ever']).default('day'),
    /** `groups`: also those of the groups of this branch. */
    within: z.enum(['unit', 'groups']).default('unit'),
  }),
  answer: z.object({ on: IsoDay, posts: z.array(HeldPost) }),
})

export const appoint = endpoint({
  method: 'post',
  path: '/api/units/{unit}/posts',
  summary: '登记任职',
  asks: 'post.appoint',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({ personId: Id, post: z.enum(POSTS).exclude(['member']), since: IsoDay }),
  answer: HeldPost,
})

export const endPost = endpoint({
  method: 'post',
  path: '/api/posts/{post}/end',
  summary: '登记免职',
  asks: 'post.appoint',
  params: z.strictObject({ post: Id }),
  body: z.strictObject({ until: IsoDay, version: Version }),
  answer: HeldPost,
})
