/** The posts that make up a committee (支部委员会); a group leader or a superior is not of it. */
export const COMMITTEE_POSTS = [
  'secretary',
  'deputy-secretary',
  'organization',
  'publicity',
  'discipline',
  'committee-member',
] as const

/** The posts of a unit; `member` is nobody's appointment but follows from a membership of today. */
export const POSTS = [...COMMITTEE_POSTS, 'group-leader', 'member', 'superior', 'operator'] as const
export type Post = (typeof POSTS)[number]

type Permitted = { says: string; posts: readonly Post[] }

const KEEPERS = ['secretary', 'deputy-secretary', 'organization'] as const

/**
 * Who may do what: the one table, asked by pages, routes and row security alike; the handbook's table is made from it.
 * A post gives its permissions in its unit and in every unit below.
 */
export const PERMISSIONS = {
  'unit.read': {
    says: '看组织架构',
    posts: [...COMMITTEE_POSTS, 'group-leader', 'member', 'superior', 'operator'],
  },
  'unit.change': { says: '建立和调整组织、登记届次', posts: KEEPERS },
  'roster.read': { says: '看名册', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'roster.change': { says: '导入和修改名册', posts: KEEPERS },
  'roster.identity': { says: '看掩码后的身份证号', posts: KEEPERS },
  'post.appoint': { says: '登记任职、开通账号', posts: KEEPERS },
  'duty.read': { says: '看年历和应做事项', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'duty.excuse': { says: '说明未做的原因', posts: [...KEEPERS, 'group-leader'] },
  'duty.summary': { says: '看下级汇总', posts: ['superior'] },
  'meeting.read': { says: '看会议记录', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'meeting.record': { says: '筹备、通知和记录会议', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'meeting.note': { says: '审阅会议记录', posts: ['secretary', 'deputy-secretary'] },
  'task.finish': { says: '办结会议议定事项', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'parameter.change': { says: '选定本地参数', posts: ['secretary', 'organization'] },
  'template.change': { says: '换用本单位文书模板', posts: KEEPERS },
  'audit.read': { says: '看改动留痕', posts: ['secretary', 'discipline'] },
  'system.run': { says: '运行系统、看运行状态', posts: ['operator'] },
} as const satisfies Record<string, Permitted>

export type Permission = keyof typeof PERMISSIONS

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[]

/** The path prefixes in which each permission is held, e.g. `{ 'meeting.read': ['/3f2a…/90bc…/'] }`. */
export type Grants = Partial<Record<Permission, readonly string[]>>

export type Held = { post: Post; path: string }

/** What a person's posts of one day let her do. Prefixes already covered by a shorter one are left out. */
export const grantsOf = (held: readonly Held[]): Grants => {
  const grants: Partial<Record<Permission, string[]>> = {}
  for (const name of PERMISSION_NAMES) {
    const posts: readonly Post[] = PERMISSIONS[name].posts
    const paths = [...new Set(held.filter(({ post }) => posts.includes(post)).map(({ path }) => path))]
    if (paths.length > 0)
      grants[name] = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other)))
  }
  return grants
}

/** Whether the permission is held in the unit at `path`. */
export const may = (grants: Grants, permission: Permission, path: string): boolean =>
  (grants[permission] ?? []).some((prefix) => path.startsWith(prefix))

/** Whether the permission is held anywhere at all: enough to show a way in, never enough to act. */
export const mayAnywhere = (grants: Grants, permission: Permission): boolean =>
  (grants[permission] ?? []).length > 0
