import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import css from './changes.module.css'
import { type Floating, type Probation, readOwnChanges, type TransferOut } from './contract.ts'
import { MOVE_WORDS, OUT_WORDS, OUTCOME_WORDS, STATE_WORDS } from './labels.ts'
import { inForce, numberWords } from './letters.ts'

/** 我的变动: how one's own probation or transfer stands, and what oneself has to hand in. */
export const OwnChangesPage = () => {
  const read = useQuery({ queryKey: ['own-changes'], queryFn: () => call(readOwnChanges, {}) })
  return (
    <>
      <SubWays label="我的" ways={MY_WAYS} />
      <PageHead
        title="我的变动"
        lead="本人的预备期、组织关系转接和外出登记。要您交什么、到哪一天，写在这里。"
      />
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading what="我的变动" lines={3} />
      ) : (
        <Told {...read.data} />
      )}
    </>
  )
}

type All = { probations: readonly Probation[]; transfers: readonly TransferOut[]; away: readonly Floating[] }

const Told = ({ probations, transfers, away }: All) =>
  probations.length + transfers.length + away.length === 0 ? (
    <Empty title="没有变动">
      <p>您没有在预备期，也没有登记中的组织关系转接或外出。要转组织关系时，向所在支部的组织委员提出。</p>
    </Empty>
  ) : (
    <ul className={css.list} aria-label="本人的变动">
      {probations.map((probation) => (
        <OwnProbation key={probation.id ?? 'open'} probation={probation} />
      ))}
      {transfers.map((transfer) => (
        <OwnTransfer key={transfer.id} transfer={transfer} />
      ))}
      {away.map((floating) => (
        <OwnAbsence key={floating.id} floating={floating} />
      ))}
    </ul>
  )

const OwnProbation = ({ probation }: { probation: Probation }) => {
  const { endsOn, appliedOn, outcome, discussedOn, approvedOn, state } = probation
  const rules = useRules(['probation.term', 'probation.application', 'probation.outcome'])
  const asks = outcome === null && appliedOn === null && endsOn !== null
  return (
    <li>
      <span>预备期</span>
      <span className={css.what}>
        <span>
          {endsOn && `${sayDay(endsOn)}期满`}{' '}
          {rules.length > 0 && <Why grounds={{ about: '预备期', rules }} of="预备期" />}
        </span>
        {asks && <span>请在{sayDay(endsOn)}之前，向支部交书面转正申请。</span>}
        {appliedOn && <span className="aside">支部{sayDay(appliedOn)}收到转正申请</span>}
        {outcome && discussedOn && (
          <span className="aside">
            {sayDay(discussedOn)}党员大会通过{OUTCOME_WORDS[outcome]}
            {approvedOn && `，${sayDay(approvedOn)}上级批准`}
          </span>
        )}
      </span>
      <span>{STATE_WORDS[state]}</span>
    </li>
  )
}

const OwnTransfer = ({ transfer }: { transfer: TransferOut }) => {
  const { toUnit, state, receivedOn } = transfer
  const letter = inForce(transfer)
  return (
    <li data-past={state === 'received' || state === 'withdrawn' || undefined}>
      <span>组织关系</span>
      <span className={css.what}>
        <span>转往{toUnit}</span>
        {letter && state === 'sent' && (
          <span>
            请在{sayDay(letter.validUntil)}之前，把介绍信{numberWords(letter)}
            交到接收的党组织，再把回执带回或寄回本支部。
          </span>
        )}
        {state === 'expired' && <span>介绍信已过有效期，请向支部组织委员申请重开。</span>}
        {receivedOn && <span className="aside">{sayDay(receivedOn)}收到回执</span>}
      </span>
      <span>{OUT_WORDS[state]}</span>
    </li>
  )
}

const OwnAbsence = ({ floating }: { floating: Floating }) => (
  <li data-past={floating.endedOn !== null || undefined}>
    <span>外出</span>
    <span className={css.what}>
      <span>
        在{floating.place}，{MOVE_WORDS[floating.reason]}，{sayDay(floating.since)}起
      </span>
      {floating.moveFrom && !floating.endedOn && (
        <span className="aside">
          满六个月（{sayDay(floating.moveFrom)}）地点固定的，请向支部提出转接组织关系。
        </span>
      )}
    </span>
    <span>{floating.endedOn ? '已结束' : '外出中'}</span>
  </li>
)
