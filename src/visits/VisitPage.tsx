import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf, call } from '../http/call.ts'
import { STATE_NAMES } from '../needs/contract.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { useSaving } from '../ui/saving.ts'
import { visitQuery } from './asking.ts'
import { downloadVisit, type Visit, withdrawVisit } from './contract.ts'
import { visitsGuide } from './guide.ts'
import { CONSENT_NAMES, WITHDRAWAL_NAMES, WITHDRAWALS } from './kinds.ts'
import { LABELS, RECORD } from './labels.ts'
import { PromiseActs, sayPromise } from './PromiseActs.tsx'
import css from './visits.module.css'

/** One visit: what was seen and heard, what was promised, and which needs were brought home. */
export const VisitPage = () => {
  const { visit: id } = useParams({ strict: false }) as { visit: string }
  const read = useQuery(visitQuery(id))
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      {read.isPending && <Loading what="走访" lines={5} />}
      {read.error && <Failed error={read.error} again={() => void read.refetch()} />}
      {read.data && <Whole visit={read.data} />}
    </>
  )
}

const Whole = ({ visit }: { visit: Visit }) => (
  <>
    <PageHead title={visit.where} tab={`走访：${visit.where}`} lead={leadOf(visit)}>
      {visit.hers && visit.stage !== 'withdrawn' && <Acts visit={visit} />}
    </PageHead>
    <div className={css.record}>
      {visit.stage === 'withdrawn' && (
        <p role="status">
          这次走访已经撤销：{visit.withdrawnBecause && WITHDRAWAL_NAMES[visit.withdrawnBecause]}。
        </p>
      )}
      {visit.stage !== 'planned' && <Guide of="走访记录" guide={visitsGuide.words} />}
      <Facts visit={visit} />
      {visit.words && <Promises visit={visit} />}
      {visit.stage === 'held' && <Needs visit={visit} />}
      {visit.stage === 'held' && (
        <p>
          <a href={addressOf(downloadVisit, { params: { visit: visit.id } })} download>
            下载走访记录（Word）
          </a>
        </p>
      )}
    </div>
  </>
)

const leadOf = ({ stage, heldOn, plannedOn }: Visit): string => {
  if (stage === 'planned') return `计划${sayDay(plannedOn!)}去`
  return `${sayDay((heldOn ?? plannedOn)!)}走访`
}

const Acts = ({ visit }: { visit: Visit }) => {
  const navigate = useNavigate()
  const tell = () => void navigate({ to: RECORD, search: { visit: visit.id } as never })
  return (
    <>
      {visit.stage === 'planned' ? (
        <>
          <Act onClick={() => void navigate({ to: '/visits/plan', search: { visit: visit.id } })}>改计划</Act>
          <Act primary onClick={tell}>
            登记走访
          </Act>
        </>
      ) : (
        <Act onClick={tell}>更正</Act>
      )}
      <FormAct act="撤销" title="撤销这次走访">
        {(close) => <Withdraw visit={visit} onDone={close} />}
      </FormAct>
    </>
  )
}

const Withdraw = ({ visit, onDone }: { visit: Visit; onDone: () => void }) => {
  const [because, setBecause] = useState('')
  const saving = useSaving(
    withdrawVisit.body,
    (body: never) => call(withdrawVisit, { params: { visit: visit.id }, body }),
    onDone,
  )
  const reasons = WITHDRAWALS.filter((value) => visit.stage === 'held' || value !== 'asked-by-her')
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="撤销"
      onSend={() => saving.save({ because, version: visit.version })}
    >
      <ChoiceField
        name="because"
        label={LABELS.because}
        value={because}
        onChange={setBecause}
        error={saving.errors.because}
        choices={reasons.map((value) => ({ value, label: WITHDRAWAL_NAMES[value] }))}
      />
      {because === 'asked-by-her' && (
        <p>见了谁、看到听到的、当场办的和答应的事都会删去，不能恢复。已登记的需求另行处理。</p>
      )}
    </SavedForm>
  )
}

const Facts = ({ visit }: { visit: Visit }) => {
  const { visitors, words, consent, recordedByName, recordedOn, plannedOn, stage, pointId } = visit
  const facts: [string, string | null][] = [
    ['谁去的', visitors.map(({ name }) => name).join('、')],
    ['见了谁', words && (words.whom || '未填')],
    ['看到听到的', words && (words.seen || '未填')],
    ['当场办了什么', words && (words.done || '未填')],
    ['是否同意记录', consent && CONSENT_NAMES[consent]],
    ['计划日期', stage === 'held' && plannedOn ? sayDay(plannedOn) : null],
    ['登记', recordedOn && `${recordedByName}，${sayDay(recordedOn)}`],
  ]
  return (
    <dl className={css.facts}>
      {pointId && (
        <>
          <dt>联系点</dt>
          <dd>
            <Link to="/contacts/$point" params={{ point: pointId }}>
              {visit.where}
            </Link>
          </dd>
        </>
      )}
      {facts.map(
        ([name, text]) =>
          text && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd className={css.prose}>{text}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

const Promises = ({ visit }: { visit: Visit }) => (
  <section className={css.part} aria-labelledby="promises">
    <h2 id="promises">答应的事</h2>
    {visit.promises.length === 0 && <p>没有答应要办的事。</p>}
    <ul className={css.list}>
      {visit.promises.map((promise) => (
        <li key={promise.id} className={css.line}>
          <span className={css.when}>{sayPromise(promise)}</span>
          <span className={css.what}>
            <span className={css.prose}>{promise.what}</span>
            <span className="aside">{promise.ownerName}办</span>
          </span>
          <span className={css.acts}>{visit.hers && <PromiseActs promise={promise} />}</span>
        </li>
      ))}
    </ul>
  </section>
)

const Needs = ({ visit }: { visit: Visit }) => (
  <section className={css.part} aria-labelledby="needs">
    <h2 id="needs">带回的需求</h2>
    {visit.needs.length === 0 && <p>没有带回需求，或不在您的知悉范围内。</p>}
    <ul className={css.list}>
      {visit.needs.map(({ id, year, number, state }) => (
        <li key={id} className={css.line}>
          <Link to="/needs/$need" params={{ need: id }}>
            需求〔{year}〕{number}
          </Link>
          <span>{STATE_NAMES[state]}</span>
        </li>
      ))}
    </ul>
  </section>
)
