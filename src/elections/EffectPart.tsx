import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { isDay } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { useSaving } from '../ui/saving.ts'
import css from './after.module.css'
import { type AfterElection, putIntoEffect } from './after-contract.ts'
import type { ElectionHead } from './contract.ts'
import { isParty } from './steps.ts'

type Props = { head: ElectionHead; after: AfterElection; onDay: (on: string) => void }

/** The one act that changes posts, term and access together, with a preview of exactly what changes for whom. */
export const EffectPart = ({ head, after, onDay }: Props) => {
  const { on, missing, elected, version } = after
  const [typed, setTyped] = useState<string>()
  const [asking, setAsking] = useState(false)
  const effectiveOn = typed ?? on ?? ''
  const saving = useSaving(
    putIntoEffect.body,
    (body: never) => call(putIntoEffect, { params: { election: head.id }, body }),
    () => setAsking(false),
  )
  if (head.closedOn !== null || elected.length === 0 || on === null) return null
  const first = missing[0]
  return (
    <>
      <DayField
        name="effectiveOn"
        label="生效日"
        hint="一般是批复书记、副书记的那一天"
        value={effectiveOn}
        onChange={(text) => {
          setTyped(text)
          if (isDay(text)) onDay(text)
        }}
        error={saving.errors.effectiveOn}
        today={today()}
      />
      {isParty(head.unitKind) && <Preview after={after} />}
      {missing.length > 0 && (
        <div className={css.missing}>
          <p>还不能生效：</p>
          <ul>
            {missing.map(({ what }) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </div>
      )}
      {saving.failure && <Failed error={saving.failure} />}
      {head.mayLead && (
        <Act
          primary
          permit={first ? { may: false, reason: '先把上面列的事办齐' } : { may: true }}
          onClick={() => setAsking(true)}
        >
          使选举结果生效
        </Act>
      )}
      <ConfirmDialog
        opened={asking}
        title={`要从${isDay(effectiveOn) ? sayDay(effectiveOn) : ''}起生效吗？`}
        act="使选举结果生效"
        busy={saving.busy}
        onAct={() => saving.save({ effectiveOn, version })}
        onClose={() => setAsking(false)}
      >
        <p>{consequences(head, after)}生效以后，这次选举办结，不能再改；公布和归档还可以补记。</p>
      </ConfirmDialog>
    </>
  )
}

const consequences = ({ unitKind, kind }: ElectionHead, { ends, begins, stays }: AfterElection): string => {
  const term = kind === 'renewal' ? '新一届从选举之日开始，上一届同时结束。' : '本届任期不变。'
  if (!isParty(unitKind)) return `${term}党组织的任职不变。`
  return `${ends.length} 项任职结束，${begins.length} 项开始，${stays.length} 项继续；权限随任职变更。${term}`
}

const Preview = ({ after: { on, ends, begins, stays } }: { after: AfterElection }) => (
  <div className={css.preview}>
    <Taken title={`卸任${ends[0] ? `，任至${sayDay(ends[0].endsOn)}` : ''}`} none="没有人卸任">
      {ends.map(({ name, post }) => `${name} · ${TERMS[post]}`)}
    </Taken>
    <Taken title={`到任${on && begins[0] ? `，自${sayDay(on)}起` : ''}`} none="没有人新到任">
      {begins.map(
        ({ name, post, since }) =>
          `${name} · ${TERMS[post]}${since === on ? '' : ` · 接原任期，自${sayDay(since)}起`}`,
      )}
    </Taken>
    <Taken title="继续" none="没有人继续原任">
      {stays.map(({ name, post, since }) => `${name} · ${TERMS[post]} · ${sayDay(since)}起任`)}
    </Taken>
  </div>
)

const Taken = ({ title, none, children }: { title: string; none: string; children: readonly string[] }) => (
  <section aria-label={title}>
    <h3>{title}</h3>
    {children.length === 0 ? (
      <p className="aside">{none}</p>
    ) : (
      <ul>
        {children.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </section>
)
