import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { TERMS } from '../glossary.ts'
import { addressOf, call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import css from './changes.module.css'
import { downloadLetter, readTransfer, type TransferOut } from './contract.ts'
import { CHANGES_GUIDE } from './guide.ts'
import { MOVE_WORDS, OUT_WORDS, voidWords } from './labels.ts'
import { inForce, numberWords } from './letters.ts'
import { LetterForm, ReceiptForm, WithdrawForm } from './TransferForms.tsx'

/** One transfer out, from the application to the receipt. */
export const TransferPage = () => {
  const { transfer } = useParams({ from: '/frame/changes/transfer/$transfer' })
  const read = useQuery({
    queryKey: ['transfer', transfer],
    queryFn: () => call(readTransfer, { params: { transfer } }),
  })
  if (read.error)
    return (
      <>
        <PageHead title="转出组织关系" />
        <Failed error={read.error} again={() => void read.refetch()} />
      </>
    )
  return read.data ? <Told transfer={read.data} /> : <Loading what="转出组织关系" />
}

const Told = ({ transfer }: { transfer: TransferOut }) => {
  const { personName, unitName, state, version } = transfer
  const letter = inForce(transfer)
  const open = state !== 'received' && state !== 'withdrawn'
  return (
    <>
      <p className={css.back}>
        <Link to="/changes">党员变动</Link>
      </p>
      <PageHead title={`${personName}转出组织关系`} lead={[unitName, OUT_WORDS[state]].join(' · ')}>
        {open && (
          <>
            <FormAct act={letter ? '重开介绍信' : '开介绍信'} title={letter ? '重开介绍信' : '开介绍信'}>
              {(close) => <LetterForm transfer={transfer} onDone={close} />}
            </FormAct>
            <FormAct act="撤回转出" title="撤回转出">
              {(close) => <WithdrawForm transfer={transfer} onDone={close} />}
            </FormAct>
          </>
        )}
      </PageHead>
      <div className={css.parts}>
        <Facts transfer={transfer} />
        <Letters transfer={transfer} />
        <Guide of="转出" guide={CHANGES_GUIDE.transferOut} />
        {open && <ReceiptForm key={version} transfer={transfer} />}
      </div>
    </>
  )
}

const Facts = ({ transfer }: { transfer: TransferOut }) => {
  const { personName, status, toUnit, reason, appliedOn, duesMonth } = transfer
  const { receivedOn, withdrawnOn, withdrawnBecause } = transfer
  const rules = useRules(['transfer.home-answers', 'member.transfer-duty', 'transfer.no-refusal'])
  const facts: [string, string | null][] = [
    ['党员类别', TERMS[status]],
    ['转往', toUnit],
    ['原因', MOVE_WORDS[reason]],
    ['本人申请', sayDay(appliedOn)],
    ['党费交到', `${duesMonth.slice(0, 4)}年${Number(duesMonth.slice(5))}月`],
    ['收到回执', receivedOn && sayDay(receivedOn)],
    ['撤回', withdrawnOn && `${sayDay(withdrawnOn)}，${withdrawnBecause}`],
  ]
  return (
    <section className={css.part}>
      <dl className={css.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {!receivedOn && !withdrawnOn && (
        <p>
          收到回执之前，{personName}仍是本支部的人，计入应到会。{' '}
          {rules.length > 0 && <Why grounds={{ about: '回执之前仍由本支部管', rules }} />}
        </p>
      )}
    </section>
  )
}

const Letters = ({ transfer }: { transfer: TransferOut }) => {
  const rules = useRules(['transfer.letter-validity'])
  const { id, letters, state } = transfer
  return (
    <section className={css.part} aria-labelledby="letters">
      <h2 id="letters">介绍信</h2>
      {letters.length === 0 ? (
        <p className="aside">没有开过介绍信。</p>
      ) : (
        <ul className={css.list}>
          {letters.map((letter) => (
            <li key={letter.id} data-past={letter.voidOn !== null || undefined}>
              <span>{numberWords(letter)}</span>
              <span className={css.what}>
                <span>
                  {sayDay(letter.issuedOn)}开出，{letter.validDays} 天内有效，到{sayDay(letter.validUntil)}{' '}
                  {rules.length > 0 && letter.voidOn === null && (
                    <Why
                      grounds={{ about: '介绍信有效期', rules }}
                      of={`介绍信${numberWords(letter)}的有效期`}
                    />
                  )}
                </span>
                {letter.voidOn && letter.voidBecause && (
                  <span className="aside">
                    {sayDay(letter.voidOn)}作废：{voidWords(letter.voidBecause)}
                  </span>
                )}
              </span>
              {letter.voidOn === null && state !== 'withdrawn' && (
                <a href={addressOf(downloadLetter, { params: { transfer: id } })} download>
                  下载介绍信
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
