import { setUp } from './contract.ts'
import type { SetUpForm } from './founding.ts'

/** What stands on the first officer's page while it is filled in, in the order of its steps. */
export type Draft = {
  organ: string
  generalBranch: string
  generalSecretary: string
  branch: string
  branchFoundedOn: string
  groups: string[]
  electedOn: string
  /** Names by post; several of one post are parted by 、. */
  committee: Record<CommitteePost, string>
  /** Which of the named is filling this in: a post and a name, as in `organization 林若溪`. */
  self: string
  userName: string
  password: string
}

type CommitteePost = SetUpForm['posts'][number]['post']

/** The posts in the order in which a committee is read out. */
export const COMMITTEE_POSTS: readonly { post: CommitteePost; title: string }[] = [
  { post: 'secretary', title: '书记' },
  { post: 'deputy-secretary', title: '副书记' },
  { post: 'organization', title: '组织委员' },
  { post: 'publicity', title: '宣传委员' },
  { post: 'discipline', title: '纪检委员' },
  { post: 'committee-member', title: '其他委员' },
]

export const BLANK: Draft = {
  organ: '',
  generalBranch: '',
  generalSecretary: '',
  branch: '',
  branchFoundedOn: '',
  groups: [''],
  electedOn: '',
  committee: {
    secretary: '',
    'deputy-secretary': '',
    organization: '',
    publicity: '',
    discipline: '',
    'committee-member': '',
  },
  self: '',
  userName: '',
  password: '',
}

export const STEPS = [
  { id: 'organ', title: '机关和支部' },
  { id: 'groups', title: '党小组' },
  { id: 'committee', title: '支委会' },
  { id: 'account', title: '您的账号' },
] as const
export type StepId = (typeof STEPS)[number]['id']

type Seat = { post: CommitteePost; name: string }

/** Every post with every name written beside it. */
export const seatsOf = ({ committee }: Pick<Draft, 'committee'>): Seat[] =>
  COMMITTEE_POSTS.flatMap(({ post }) => namesIn(committee[post]).map((name) => ({ post, name })))

/** Those who may set up: an account that may keep the roster comes with their posts. */
export const officersOf = (draft: Pick<Draft, 'committee'>) =>
  seatsOf(draft)
    .filter(({ post }) => FOUNDERS.includes(post))
    .map(({ post, name }) => ({ value: `${post} ${name}`, label: `${name}（${titleOf(post)}）` }))

/** The draft as the contract takes it. */
export const formOf = (draft: Draft, token: string): SetUpForm => {
  const seats = seatsOf(draft)
  const [post = '', ...name] = draft.self.split(' ')
  const self = seats.find((seat) => seat.post === post && seat.name === name.join(' '))
  return {
    token,
    organ: draft.organ.trim(),
    generalBranch: draft.generalBranch.trim() || null,
    generalSecretary: (draft.generalBranch.trim() && draft.generalSecretary.trim()) || null,
    branch: draft.branch.trim(),
    branchFoundedOn: draft.branchFoundedOn,
    groups: draft.groups.map((group) => group.trim()).filter((group) => group !== ''),
    electedOn: draft.electedOn || null,
    officer: {
      name: self?.name ?? '',
      post: (self?.post ?? 'organization') as SetUpForm['officer']['post'],
      userName: draft.userName.trim(),
      password: draft.password,
    },
    posts: seats.filter((seat) => seat !== self),
  }
}

/** What is still wrong in a step, by the field's name: the contract's own judgment of the fields that the step shows. */
export const faultsOfStep = (
  draft: Draft,
  step: StepId,
  errorsIn: (schema: typeof setUp.body, value: unknown) => Readonly<Record<string, string>>,
): Record<string, string> => {
  const faults: Record<string, string> = {}
  for (const [field, message] of Object.entries(errorsIn(setUp.body, formOf(draft, 'token'))))
    if (stepOf(field) === step) faults[shownAs(field)] ??= message
  if (step === 'committee' && officersOf(draft).length === 0)
    faults['committee.secretary'] ??= '请至少写明书记、副书记、组织委员中的一人；由其中一人填写这一页'
  if (step === 'account' && !officersOf(draft).some(({ value }) => value === draft.self))
    return { self: '请选择您是哪一位', ...faults }
  return faults
}

/** The step that shows a field of the contract; what names none belongs to the last. */
export const stepOf = (field: string): StepId => {
  const [first = ''] = field.split('.')
  if (['organ', 'generalBranch', 'generalSecretary', 'branch', 'branchFoundedOn'].includes(first))
    return 'organ'
  if (first === 'groups') return 'groups'
  return first === 'electedOn' || first === 'posts' ? 'committee' : 'account'
}

/** Where on the page a field of the contract stands. */
export const shownAs = (field: string): string => {
  if (field === 'groups') return 'groups.0'
  if (field.startsWith('posts')) return 'committee.secretary'
  if (field === 'officer.name' || field === 'officer.post') return 'self'
  return field.replace(/^officer\./, '')
}

const FOUNDERS: readonly CommitteePost[] = ['secretary', 'deputy-secretary', 'organization']

const titleOf = (post: CommitteePost): string =>
  COMMITTEE_POSTS.find((each) => each.post === post)?.title ?? ''

const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,;；\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]
