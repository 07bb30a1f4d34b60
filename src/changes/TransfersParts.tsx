import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { addressOf, call } from '../http/call.ts'
import type { Permit } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { AcceptForm } from './AcceptForm.tsx'
import css from './changes.module.css'
import { downloadReceipt, listTransfers, type TransferIn, type TransferOut } from './contract.ts'
import { CHANGES_GUIDE } from './guide.ts'
import { GROUND_WORDS, OUT_WORDS } from './labels.ts'
import { inForce, numberWords } from './letters.ts'
import { OutForm } from './OutForm.tsx'
import { ReturnForm } from './ReturnForm.tsx'

/** 转出 and 转入: what is on its way, and what was done. */
export const TransfersParts = () => {
  const { unit } = useHere()
  const navigate = useNavigate()
  const read = useQuery({
    queryKey: ['transfers', unit.id],
    queryFn: () => call(listTransfers, { params: { unit: unit.id } }),
  })
  const permit: Permit =
    unit.kind === 'branch' ? { may: true } : { may: false, reason: '请先在页首选择一个党支部' }
  if (read.error) return <Failed error={read.error} again={() => void read.refetch()} />
  if (!read.data) return <Loading what="组织关系转接" lines={4} />
  const { validDays } = read.data
  const left = read.data.out.filter(({ state }) => state === 'received')
  return (
    <>
      <section className={css.part} aria-labelledby="out">
        <div className={css.head}>
          <h2 id="out">转出</h2>
          <FormAct act="登记转出" title="登记转出组织关系" permit={permit}>
            {() => (
              <OutForm
                unit={unit.id}
                validDays={validDays}
                onDone={(transfer) =>
                  void navigate({ to: '/changes/transfer/$transfer', params: { transfer } })
                }
              />
            )}
          </FormAct>
        </div>
        <Guide of="转出" guide={CHANGES_GUIDE.transferOut} />
        {read.data.out.length === 0 ? (
          <p className="aside">没有登记过转出。</p>
        ) : (
          <ul className={css.list}>
            {read.data.out.map((transfer) => (
              <OutLine key={transfer.id} transfer={transfer} />
            ))}
          </ul>
        )}
      </section>
      <section className={css.part} aria-labelledby="in">
        <div className={css.head}>
          <h2 id="in">转入</h2>
          <div className={css.acts}>
            <FormAct act="退回介绍信" title="退回介绍信" permit={permit}>
              {(close) => <ReturnForm unit={unit.id} validDays={validDays} onDone={close} />}
            </FormAct>
            <FormAct act="接收转入" title="接收转入的党员" permit={permit}>
              {(close) => <AcceptForm validDays={validDays} left={left} onDone={close} />}
            </FormAct>
          </div>
        </div>
        <Guide of="转入" guide={CHANGES_GUIDE.transferIn} />
        {read.data.in.length === 0 ? (
          <p className="aside">没有登记过转入。</p>
        ) : (
          <ul className={css.list}>
            {read.data.in.map((arrival) => (
              <InLine key={arrival.id} arrival={arrival} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

const OutLine = ({ transfer }: { transfer: TransferOut }) => {
  const { id, personName, toUnit, appliedOn, receivedOn, state } = transfer
  const letter = inForce(transfer)
  return (
    <li data-past={receivedOn !== null || state === 'withdrawn' || undefined}>
      <Link to="/changes/transfer/$transfer" params={{ transfer: id }}>
        {personName}
      </Link>
      <span className={css.what}>
        <span>转往{toUnit}</span>
        <span className="aside">
          {sayDay(appliedOn)}申请
          {letter && `，介绍信${numberWords(letter)}有效到${sayDay(letter.validUntil)}`}
          {receivedOn && `，${sayDay(receivedOn)}收到回执`}
        </span>
      </span>
      <span>{OUT_WORDS[state]}</span>
    </li>
  )
}

const InLine = ({ arrival }: { arrival: TransferIn }) => {
  const { id, name, fromUnit, letterNumber, letterOn, broughtOn, valid, days, personId } = arrival
  const { acceptedOn, returnedOn, returnedBecause } = arrival
  return (
    <li data-past={returnedOn !== null || undefined}>
      {personId ? (
        <Link to="/people/$person" params={{ person: personId }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      <span className={css.what}>
        <span>由{fromUnit}转来</span>
        <span className="aside">
          {sayDay(letterOn)}开的介绍信{letterNumber && `${letterNumber}`}，{sayDay(broughtOn)}交来，开出后第{' '}
          {days} 天，{valid ? '在有效期内' : '已过有效期'}
        </span>
      </span>
      {acceptedOn ? (
        <span className={css.acts}>
          {sayDay(acceptedOn)}接收
          <a href={addressOf(downloadReceipt, { params: { transfer: id } })} download>
            下载回执<span className="unseen">：{name}</span>
          </a>
        </span>
      ) : (
        <span>
          {returnedOn && `${sayDay(returnedOn)}退回：`}
          {returnedBecause && GROUND_WORDS[returnedBecause]}
        </span>
      )}
    </li>
  )
}
