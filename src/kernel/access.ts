/** The posts that make up a committee (支部委员会); a group leader or a superior is not of it. */
export const COMMITTEE_POSTS = [
  'secretary',
  'deputy-secretary',
  'organization',
  'publicity',
  'discipline',
  'committee-member',
] as const

/** The posts that receive and handle what women bring (维权服务), in the unit that is the desk for it. */
export const RIGHTS_POSTS = ['rights-officer', 'rights-head', 'federation-leader'] as const

/** The posts of a unit; `member` is nobody's appointment but follows from a membership of today. */
export const POSTS = [
  ...COMMITTEE_POSTS,
  'group-leader',
  ...RIGHTS_POSTS,
  'member',
  'superior',
  'operator',
] as const
export type Post = (typeof POSTS)[number]

type Permitted = { says: string; posts: readonly Post[] }

const KEEPERS = ['secretary', 'deputy-secretary', 'organization'] as const
const CADRES = [...COMMITTEE_POSTS, 'group-leader', 'member', ...RIGHTS_POSTS] as const
const RIGHTS_LEADERS = ['rights-head', 'federation-leader'] as const

/**
 * Who may do what: the one table, asked by pages, routes and row security alike; the handbook's table is made from it.
 * A post gives its permissions in its unit and in every unit below.
 */
export const PERMISSIONS = {
  'unit.read': {
    says: '看组织架构',
    posts: [...COMMITTEE_POSTS, 'group-leader', ...RIGHTS_POSTS, 'member', 'superior', 'operator'],
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
  'life.read': { says: '看组织生活会的筹备和整改', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'life.lead': { says: '筹备组织生活会、登记查摆和整改', posts: [...KEEPERS, 'discipline'] },
  'appraisal.read': { says: '看民主评议的进展和结果', posts: COMMITTEE_POSTS },
  'appraisal.lead': { says: '组织民主评议、登记测评和等次', posts: KEEPERS },
  'appraisal.mutual': {
    says: '看民主评议的步骤，登记党员互评和小组意见',
    posts: [...COMMITTEE_POSTS, 'group-leader'],
  },
  'talk.read': { says: '看谁和谁谈过心（不含内容）', posts: COMMITTEE_POSTS },
  'talk.arrange': { says: '安排谈心谈话、代为登记谈过', posts: KEEPERS },
  'analysis.see': { says: '看党性分析是否完成和交来的内容', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'analysis.lead': { says: '定党性分析提纲和自查清单', posts: KEEPERS },
  'study.read': { says: '看学习计划、学时和宣讲', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'study.record': { says: '安排和登记学习、宣讲', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'change.lead': { says: '办理转正、组织关系转接和流动登记', posts: KEEPERS },
  'care.read': { says: '看走访慰问记录', posts: COMMITTEE_POSTS },
  'care.record': { says: '登记走访慰问', posts: COMMITTEE_POSTS },
  'election.read': { says: '看换届选举', posts: COMMITTEE_POSTS },
  'election.lead': { says: '办理换届选举', posts: KEEPERS },
  'visit.record': { says: '登记走访、带回需求', posts: CADRES },
  'visit.read': { says: '看本机关的走访记录', posts: [...KEEPERS, ...RIGHTS_LEADERS] },
  'contact.arrange': { says: '安排联系点', posts: [...KEEPERS, ...RIGHTS_LEADERS] },
  'need.receive': { says: '接收和登记需求', posts: CADRES },
  'need.read': { says: '看需求和办理情况', posts: RIGHTS_POSTS },
  'need.handle': { says: '分诊、办理需求和告知本人', posts: RIGHTS_POSTS },
  'need.lead': { says: '指派和升级需求、定知悉范围、设接待入口', posts: RIGHTS_LEADERS },
  'need.count': { says: '看需求统计（只有数）', posts: [...COMMITTEE_POSTS, ...RIGHTS_POSTS] },
  'wellbeing.read': { says: '看满意度和调查结果', posts: [...COMMITTEE_POSTS, ...RIGHTS_POSTS] },
  'wellbeing.lead': { says: '组织自愿调查', posts: [...KEEPERS, 'publicity', ...RIGHTS_LEADERS] },
  'archive.take': { says: '导出支部工作手册和年度归档', posts: [...KEEPERS, 'discipline'] },
  'handover.lead': { says: '办理工作交接', posts: KEEPERS },
  'task.finish': { says: '办结会议议定事项', posts: [...COMMITTEE_POSTS, 'group-leader'] },
  'parameter.change': { says: '选定本地参数', posts: ['secretary', 'organization'] },
  'template.change': { says: '换用本单位文书模板', posts: KEEPERS },
  'audit.read': { says: '看改动留痕', posts: ['secretary', 'discipline'] },
  'system.run': { says: '运行系统、看运行状态', posts: ['operator'] },
} as const satisfies Record<string, Permitted>

/** What no post gives: the server takes it on where nobody is signed in, such as on the page for the public. */
export const CAPABILITIES = ['need.public', 'survey.answer'] as const

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
