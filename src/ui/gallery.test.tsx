import './styles.css'
import { MantineProvider } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { day } from '../kernel/day.ts'
import type { Judgment } from '../kernel/outcome.ts'
import { loadFallbackFont } from '../web/fallback-font.ts'
import { Act } from './Act.tsx'
import { ClockField } from './ClockField.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { ConflictView } from './ConflictView.tsx'
import type { PersonChoice } from './choosing.ts'
import { DayField } from './DayField.tsx'
import { Empty } from './Empty.tsx'
import { ErrorList } from './ErrorList.tsx'
import { Failed } from './Failed.tsx'
import { Feeds } from './Feeds.tsx'
import { AreaField, ChoiceField, PasswordField, TextField, TickField } from './Field.tsx'
import { FileDrop } from './FileDrop.tsx'
import { KeyHint } from './KeyHint.tsx'
import { Loading } from './Loading.tsx'
import { PageHead } from './PageHead.tsx'
import { PersonPicker } from './PersonPicker.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { Saved } from './Saved.tsx'
import { StateMark } from './StateMark.tsx'
import { StepList } from './StepList.tsx'
import { STATES } from './state.ts'
import { theme } from './theme.ts'
import { Why } from './WhyPanel.tsx'

// Every part once, on one page, for the test beside it. No page of the product.

const QUORUM: Judgment = {
  rule: 'general-meeting.quorum',
  holds: false,
  needed: 15,
  numbers: { entitled: 29, present: 14 },
  citation: '《中国共产党支部工作条例（试行）》第十一条',
  hardness: 'must',
  confidence: 'H',
}

const FACTS = { entitled: { name: '应到会', unit: '人' }, present: { name: '实到会', unit: '人' } }

const PEOPLE: PersonChoice[] = [
  { id: '1', name: '王秋兰', initials: 'wql', group: '第一党小组', note: '书记' },
  { id: '2', name: '方晓蓉', initials: 'fxr', group: '第一党小组' },
  { id: '3', name: '乐文静', initials: 'ywj', group: '第二党小组' },
  { id: '4', name: '吴桐', initials: 'wt', group: '第二党小组', note: '党小组长' },
]

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="part">
    <h2>{title}</h2>
    {children}
  </section>
)

const Fields = () => {
  const [title, setTitle] = useState('')
  const [on, setOn] = useState('2026-11-22')
  const [at, setAt] = useState('14:30')
  const [host, setHost] = useState<readonly string[]>([])
  const [who, setWho] = useState<readonly string[]>(['1', '2'])
  return (
    <div className="form">
      <ErrorList errors={{ title: '请填写' }} labels={{ title: '会议名称' }} />
      <TextField label="会议名称" name="title" error="请填写" value={title} onChange={setTitle} />
      <DayField label="召开日期" name="heldOn" value={on} onChange={setOn} today={day('2026-11-22')} />
      <ClockField label="开始时间" name="startsAt" value={at} onChange={setAt} />
      <PersonPicker label="主持人" name="host" people={PEOPLE} most={1} value={host} onChange={setHost} />
      <PersonPicker label="列席人员" name="who" optional people={PEOPLE} value={who} onChange={setWho} />
      <AreaField
        label="发言要点"
        name="points"
        hint="写实际说了什么，不必成文"
        value=""
        onChange={() => {}}
      />
      <ChoiceField
        label="届次"
        name="term"
        value=""
        onChange={() => {}}
        choices={[{ value: '1', label: '本届' }]}
      />
      <TickField label="全部到会" name="all" value onChange={() => {}} />
      <PasswordField label="密码" name="password" value="" onChange={() => {}} />
    </div>
  )
}

const Gallery = () => {
  const [asking, setAsking] = useState(false)
  return (
    <main className="gallery">
      <PageHead title="会议记录" lead="第三季度支部党员大会">
        <Act>下载会议记录</Act>
        <Act primary>提交会议记录</Act>
      </PageHead>
      <StepList
        label="步骤"
        onPick={() => {}}
        steps={[
          { id: 'plan', title: '安排', state: 'done' },
          { id: 'who', title: '到会', state: 'now', note: '22 人中 3 人未填' },
          { id: 'votes', title: '表决', state: 'later' },
        ]}
      />
      <Part title="状态">
        {Object.keys(STATES).map((state) => (
          <p key={state}>
            <StateMark state={state as keyof typeof STATES} />
          </p>
        ))}
      </Part>
      <Part title="依据与按钮">
        <Why
          grounds={{
            about: '第三季度支部党员大会的到会人数',
            verdict: '到会 14 人，少 1 人，不能表决。',
            rules: [
              {
                id: QUORUM.rule,
                title: '支部党员大会表决的到会人数',
                says: '有表决权的党员到会超过半数，方可开会表决。',
                citation: QUORUM.citation,
                hardness: 'must',
                confidence: 'H',
                facts: FACTS,
              },
            ],
            judgments: [QUORUM],
            evidence: [{ id: '1', title: '党员大会（9月28日）', day: '2026-09-28', note: '10月9日补记' }],
            todo: <Act>另行召开党员大会</Act>,
          }}
        />
        <p>
          <Act primary permit={{ may: false, reason: '到会人数不足：应到 29 人，至少 15 人' }}>
            提交表决
          </Act>
        </p>
        <p>
          <Act onClick={() => setAsking(true)}>撤销导入</Act>
        </p>
        <KeyHint keys={['↑', '↓']} says="换一天" />
        <Saved state="saved" again={() => {}} />
        <Saved state="failed" again={() => {}} />
      </Part>
      <Part title="填写">
        <Fields />
      </Part>
      <Part title="文件">
        <FileDrop
          label="把名册放到这里，或点此选择"
          hint=".xlsx、.xls、.csv，不超过 20 MB"
          accept=".xlsx,.xls,.csv"
          most={20 * 1024 * 1024}
          onFiles={() => {}}
        />
      </Part>
      <Part title="各种情形">
        <Empty title="今天没有要办的事">
          <p>下一件：11月30日前开党小组会。</p>
        </Empty>
        <Loading />
        <Failed error={new Error('x')} again={() => {}} />
        <RefusalNote
          refusal={{ refused: 'rule', message: '到会人数不足，表决无效。', because: QUORUM }}
          names={FACTS}
        />
      </Part>
      <Part title="两人同时改">
        <ConflictView
          by="方晓蓉 11月22日 09:14 "
          clashes={[{ name: 'place', label: '地点', mine: '三楼会议室', theirs: '二楼会议室' }]}
          onSettle={() => {}}
        />
      </Part>
      <Feeds duties={['11月支委会会议（第一支部）']} registers={['支部会议登记表', '会议记录']} />
      <ConfirmDialog
        opened={asking}
        title="要撤销这批导入吗？"
        act="撤销导入"
        onAct={() => {}}
        onClose={() => setAsking(false)}
      >
        <p>这批导入的 31 人会从名册移除；之后改动过的人会保留。</p>
      </ConfirmDialog>
    </main>
  )
}

void loadFallbackFont()
createRoot(document.getElementById('root')!).render(
  <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
    <Gallery />
  </MantineProvider>,
)
