import type { FC } from 'react'
import { dayOf } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import type { Errors } from '../ui/errors.ts'
import { ChoiceField, PasswordField, TextField } from '../ui/Field.tsx'
import css from './SetUpPage.module.css'
import { COMMITTEE_POSTS, type Draft, officersOf, type StepId } from './set-up-form.ts'

type Props = { draft: Draft; faults: Errors; onChange: (more: Partial<Draft>) => void }

export const LABELS: Readonly<Record<string, string>> = {
  organ: '机关名称',
  generalBranch: '党总支名称',
  generalSecretary: '党总支书记',
  branch: '党支部名称',
  branchFoundedOn: '支部成立日期',
  'groups.0': '党小组',
  electedOn: '本届支委会选举日期',
  'committee.secretary': '支委会成员',
  self: '您是',
  userName: '用户名',
  password: '密码',
}

const today = () => dayOf(Temporal.Now.instant())

const OrganFields = ({ draft, faults, onChange }: Props) => (
  <>
    <TextField
      label="机关名称"
      name="organ"
      autoFocus
      value={draft.organ}
      error={faults.organ}
      onChange={(organ) => onChange({ organ })}
    />
    <TextField
      label="党总支名称"
      name="generalBranch"
      optional
      hint="支部上面没有党总支的，不填"
      value={draft.generalBranch}
      error={faults.generalBranch}
      onChange={(generalBranch) => onChange({ generalBranch })}
    />
    {draft.generalBranch.trim() !== '' && (
      <TextField
        label="党总支书记"
        name="generalSecretary"
        optional
        hint="调整党总支、在其下增设支部要由其办理；账号由您之后发给启用链接"
        value={draft.generalSecretary}
        error={faults.generalSecretary}
        onChange={(generalSecretary) => onChange({ generalSecretary })}
      />
    )}
    <TextField
      label="党支部名称"
      name="branch"
      value={draft.branch}
      error={faults.branch}
      onChange={(branch) => onChange({ branch })}
    />
    <DayField
      label="支部成立日期"
      name="branchFoundedOn"
      today={today()}
      value={draft.branchFoundedOn}
      error={faults.branchFoundedOn}
      onChange={(branchFoundedOn) => onChange({ branchFoundedOn })}
    />
  </>
)

const GroupFields = ({ draft, faults, onChange }: Props) => {
  const change = (place: number, name: string): void =>
    onChange({ groups: draft.groups.map((group, each) => (each === place ? name : group)) })
  return (
    <div className={css.groups}>
      <p className="aside">每行一个党小组；没有分党小组的，留空即可。谁在哪个小组，由名册导入时读出。</p>
      {draft.groups.map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are told apart by their place alone
        <div key={place} className={css.group}>
          <TextField
            label={`第 ${place + 1} 个党小组`}
            name={`groups.${place}`}
            optional
            value={group}
            error={faults[`groups.${place}`]}
            onChange={(name) => change(place, name)}
          />
          {draft.groups.length > 1 && (
            <Act onClick={() => onChange({ groups: draft.groups.filter((_, each) => each !== place) })}>
              去掉<span className="unseen">第 {place + 1} 个党小组</span>
            </Act>
          )}
        </div>
      ))}
      <Act
        permit={
          draft.groups.length < 20 ? { may: true } : { may: false, reason: '一个支部最多登记 20 个党小组' }
        }
        onClick={() => onChange({ groups: [...draft.groups, ''] })}
      >
        再加一个党小组
      </Act>
    </div>
  )
}

const CommitteeFields = ({ draft, faults, onChange }: Props) => (
  <>
    <DayField
      label="本届支委会选举日期"
      name="electedOn"
      optional
      hint="用来推算换届日期；不设支委会或日期不详的，不填"
      today={today()}
      value={draft.electedOn}
      error={faults.electedOn}
      onChange={(electedOn) => onChange({ electedOn })}
    />
    <p className="aside">
      没有的职务不填；一人兼几职，就在几处写同一个名字；同一职务有几人，用顿号隔开。其余信息由名册补全。
    </p>
    <div className={css.pair}>
      {COMMITTEE_POSTS.map(({ post, title }) => (
        <TextField
          key={post}
          label={title}
          name={`committee.${post}`}
          optional
          value={draft.committee[post]}
          error={faults[`committee.${post}`]}
          onChange={(names) => onChange({ committee: { ...draft.committee, [post]: names } })}
        />
      ))}
    </div>
  </>
)

const AccountFields = ({ draft, faults, onChange }: Props) => (
  <>
    <ChoiceField
      label="您是"
      name="self"
      hint="书记、副书记、组织委员可以建立组织；其他人的账号由您之后发给启用链接"
      choices={officersOf(draft)}
      value={draft.self}
      error={faults.self}
      onChange={(self) => onChange({ self })}
    />
    <TextField
      label="用户名"
      name="userName"
      hint="2 到 40 个字，可用汉字、字母、数字、点、横线和下划线；大小写不分"
      autoComplete="username"
      value={draft.userName}
      error={faults.userName}
      onChange={(userName) => onChange({ userName })}
    />
    <PasswordField
      label="密码"
      name="password"
      hint="至少 10 个字，越长越稳妥；一句只有您知道的话就很好，不必夹杂符号"
      autoComplete="new-password"
      value={draft.password}
      error={faults.password}
      onChange={(password) => onChange({ password })}
    />
    <p className="aside">
      您的账号同时负责运行本系统（查看运行状态）。这项职责以后可以交给别人，与看记录的权限互不相干。
    </p>
  </>
)

export const STEP_FIELDS: Readonly<Record<StepId, FC<Props>>> = {
  organ: OrganFields,
  groups: GroupFields,
  committee: CommitteeFields,
  account: AccountFields,
}
