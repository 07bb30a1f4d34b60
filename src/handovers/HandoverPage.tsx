import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf, call } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { handoverQuery } from './asking.ts'
import {
  confirmHandover,
  downloadHandover,
  type Handover,
  type HandoverAct,
  signHandover,
  withdrawHandover,
} from './contract.ts'
import { handoverGuides } from './guide.ts'
import { HandoverAdditions } from './HandoverAdditions.tsx'
import css from './Handovers.module.css'
import { stageWords } from './HandoversPage.tsx'
import { PaperSigning } from './PaperSigning.tsx'
import { postName } from './post-name.ts'

/** One sheet: what passes, in which state, with what still open; what people add; the signatures. */
export const HandoverPage = () => {
  const { handover: id } = useParams({ from: '/frame/handovers/$handover' })
  const sheet = useSuspenseQuery(handoverQuery(id)).data
  const queries = useQueryClient()
  const take = async (changed: Handover) => {
    queries.setQueryData(handoverQuery(id).queryKey, changed)
    // With the last signature posts and rights change.
    if (changed.stage === 'signed') await queries.invalidateQueries({ queryKey: ['session'] })
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'handover' })
  }
  return (
    <>
      <p className={css.back}>
        <Link to="/handovers">工作交接</Link>
      </p>
      <PageHead
        title={`${sheet.unitName}${postName(sheet.unitName, sheet.post)}工作交接表`}
        tab="工作交接表"
        lead={`${sheet.fromName} 交 ${sheet.toName} · ${stageWords(sheet)}`}
      >
        <a className={css.download} href={addressOf(downloadHandover, { params: { handover: id } })} download>
          下载交接表
        </a>
      </PageHead>
      <div className={css.page}>
        <Guide of="工作交接" guide={handoverGuides.handover} />
        <dl className={css.facts}>
          <dt>任至</dt>
          <dd>
            {sheet.fromName} {readable(day(sheet.endsOn))}
          </dd>
          <dt>到任</dt>
          <dd>
            {sheet.toName} {readable(day(sheet.beginsOn))}
          </dd>
          <dt>确认</dt>
          <dd>
            {sheet.confirmedOn === null
              ? '还没有确认'
              : `${sheet.confirmedByName ?? ''} ${readable(day(sheet.confirmedOn))}`}
          </dd>
          {sheet.withdrawnReason && (
            <>
              <dt>撤回原因</dt>
              <dd>{sheet.withdrawnReason}</dd>
            </>
          )}
        </dl>
        <Ledgers sheet={sheet} />
        <HandoverAdditions key={sheet.version} sheet={sheet} onChanged={take} />
        <Signatures sheet={sheet} onChanged={take} />
      </div>
    </>
  )
}

type Part = { sheet: Handover; onChanged: (sheet: Handover) => Promise<void> }

const Ledgers = ({ sheet: { ledgers, drawnOn, stage } }: Pick<Part, 'sheet'>) => (
  <section className={css.section} aria-labelledby="ledgers">
    <h2 id="ledgers">各项情况</h2>
    <p className="aside">
      按 {readable(day(drawnOn))} 的记录汇总{stage === 'signed' && '，签字后不再改动'}
    </p>
    {ledgers.map(({ ledger, state, openMatters }) => (
      <article key={ledger} className={css.ledger}>
        <h3>{ledger}</h3>
        <p>{state}</p>
        {openMatters.length > 0 && (
          <details open={openMatters.length <= 8}>
            <summary>没有了结的 {openMatters.length} 项</summary>
            <ol>
              {openMatters.map(({ what, by, owner }, at) => (
                <li
                  // biome-ignore lint/suspicious/noArrayIndexKey: frozen lines have no other name
                  key={at}
                >
                  {what}
                  <span className="aside">
                    {[owner, by && `${readable(day(by))} 前`].filter(Boolean).join(' · ')}
                  </span>
                </li>
              ))}
            </ol>
          </details>
        )}
      </article>
    ))}
  </section>
)

const permitOf = (sheet: Handover, act: HandoverAct) => {
  const { may, reason } = sheet.permits[act]
  return may ? ({ may: true } as const) : ({ may: false, reason: reason ?? '' } as const)
}

/** Both signatures, and the one act that is the reader's. */
const Signatures = ({ sheet, onChanged }: Part) => {
  const { person } = useHere()
  const params = { handover: sheet.id }
  const body = { version: sheet.version }
  const sign = useMutation({ mutationFn: () => call(signHandover, { params, body }), onSuccess: onChanged })
  const confirm = useMutation({
    mutationFn: () => call(confirmHandover, { params, body }),
    onSuccess: onChanged,
  })
  const isParty = [sheet.fromId, sheet.toId].includes(person.id)
  const error = sign.error ?? confirm.error
  return (
    <section className={css.section} aria-labelledby="signatures">
      <h2 id="signatures">签字</h2>
      <dl className={css.facts}>
        {(['from', 'to'] as const).map((side) => (
          <SignedLine
            key={side}
            role={side === 'from' ? '移交人' : '接任人'}
            name={sheet[`${side}Name`]}
            signed={sheet[side]}
          />
        ))}
        <dt>监交人</dt>
        <dd>{sheet.witnessName ?? '未填'}</dd>
      </dl>
      {error && <Failed error={error} />}
      {sheet.stage === 'open' && (
        <>
          <p className="aside">
            双方都签字后，{sheet.fromName}任职到 {sheet.endsOn}，{sheet.toName}自 {sheet.beginsOn}{' '}
            起任职，权限随之转移。
          </p>
          <div className={css.acts}>
            {sheet.permits.confirm.may && (
              <Act primary={!isParty} loading={confirm.isPending} onClick={() => confirm.mutate()}>
                确认由{sheet.toName}接任
              </Act>
            )}
            {isParty && (
              <Act
                primary
                permit={permitOf(sheet, 'sign')}
                loading={sign.isPending}
                onClick={() => sign.mutate()}
              >
                我签字
              </Act>
            )}
          </div>
          {sheet.permits.paper.may && <PaperSigning sheet={sheet} onChanged={onChanged} />}
          {sheet.permits.withdraw.may && <Withdrawal sheet={sheet} onChanged={onChanged} />}
        </>
      )}
    </section>
  )
}

const SignedLine = ({ role, name, signed }: { role: string; name: string; signed: Handover['from'] }) => (
  <>
    <dt>{role}</dt>
    <dd>
      {name}{' '}
      <span className="aside">
        {signed.signedOn === null
          ? '还没有签字'
          : `${readable(day(signed.signedOn))} ${
              signed.paperByName === null ? '签字' : `在纸质表上签字，${signed.paperByName}登记`
            }`}
      </span>
    </dd>
  </>
)

const Withdrawal = ({ sheet, onChanged }: Part) => {
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const withdraw = useMutation({
    mutationFn: () =>
      call(withdrawHandover, {
        params: { handover: sheet.id },
        body: { reason, version: sheet.version },
      }),
    onSuccess: onChanged,
  })
  if (!opened)
    return (
      <span>
        <Act size="xs" onClick={() => setOpened(true)}>
          撤回这份交接表
        </Act>
      </span>
    )
  return (
    <div className={css.section}>
      <TextField label="撤回原因" name="reason" value={reason} onChange={setReason} />
      {withdraw.error && <Failed error={withdraw.error} />}
      <div className={css.acts}>
        <Act
          permit={reason.trim() ? { may: true } : { may: false, reason: '写明原因' }}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          撤回
        </Act>
        <Act onClick={() => setOpened(false)}>不撤回</Act>
      </div>
    </div>
  )
}
