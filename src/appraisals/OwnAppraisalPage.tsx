import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { useAutosave } from '../ui/autosave.ts'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { AreaField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Saved } from '../ui/Saved.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import css from './appraisals.module.css'
import { ownQuery } from './asking.ts'
import { handInSelf, type OwnAppraisal, saveSelf } from './contract.ts'
import { APPRAISAL_GUIDES } from './guide.ts'

/** One's own appraisal, year by year: what one writes, whether there is a vote, and what the branch said. */
export const OwnAppraisalPage = () => {
  const { appraisals } = useSuspenseQuery(ownQuery).data
  return (
    <>
      <SubWays label="我的" ways={MY_WAYS} />
      <PageHead title="我的民主评议" lead="自评提交以前只有您本人能看；等次和意见只有您和支委会能看。" />
      {appraisals.some(({ closed }) => !closed) && <Guide of="个人自评" guide={APPRAISAL_GUIDES.self} />}
      {appraisals.length === 0 && (
        <Empty title="现在没有您参加的民主评议">
          <p>支部开始一年的评议后，会在这里出现。</p>
        </Empty>
      )}
      {appraisals.map((own) => (
        <section key={own.id} aria-labelledby={`own-${own.id}`} className={css.section}>
          <h2 id={`own-${own.id}`}>
            {own.unitName} {own.forYear} 年度
          </h2>
          {own.because && <p>{own.because}。</p>}
          {!own.closed && <Vote own={own} />}
          {own.closed ? <Result own={own} /> : <SelfForm own={own} />}
        </section>
      ))}
    </>
  )
}

const Vote = ({ own }: { own: OwnAppraisal }) => {
  if (own.ballot === 'none') return null
  if (own.ballot === 'voted') return <p>民主测评：您的票已经投出。</p>
  return (
    <p>
      民主测评正在进行，每人一张，无记名。{' '}
      <Link to="/appraisals/$round/ballot" params={{ round: own.id }}>
        去投票
      </Link>
    </p>
  )
}

const SelfForm = ({ own }: { own: OwnAppraisal }) => {
  const queries = useQueryClient()
  const [text, setText] = useState(own.self?.text ?? '')
  const [again, setAgain] = useState(false)
  const handedIn = own.self?.handedInOn ?? null
  const writing = handedIn === null || again
  const params = { appraisal: own.id }
  const kept = useAutosave(text, async (now) => {
    if (handedIn === null) await call(saveSelf, { params, body: { text: now } })
  })
  const handing = useMutation({
    mutationFn: () => call(handInSelf, { params, body: { text } }),
    onSuccess: async () => {
      setAgain(false)
      await queries.invalidateQueries({ queryKey: ['own-appraisals'] })
    },
  })
  if (own.paperOn && !own.self) return <p>您已在 {sayDay(own.paperOn)}交了纸质自评，不用再写。</p>
  if (!writing)
    return (
      <>
        <p>自评已在 {sayDay(handedIn)}提交，支部办理评议的同志看得到。</p>
        <p className={css.prose}>{own.self?.text}</p>
        <div className={css.acts}>
          <Act onClick={() => setAgain(true)}>修改后再提交</Act>
        </div>
      </>
    )
  return (
    <div className="form">
      <AreaField
        label="个人自评"
        name="text"
        hint="写今年做了什么、差在哪里、打算怎么改。长短不限；也可以交纸质的。"
        rows={12}
        most={10_000}
        value={text}
        onChange={setText}
      />
      {handing.error && <Failed error={handing.error} />}
      <div className={css.acts}>
        <Act
          primary
          permit={text.trim() === '' ? { may: false, reason: '还没有写' } : { may: true }}
          loading={handing.isPending}
          onClick={() => handing.mutate()}
        >
          提交自评
        </Act>
        {handedIn === null && <Saved state={kept.state} again={kept.again} />}
      </div>
    </div>
  )
}

const Result = ({ own }: { own: OwnAppraisal }) => {
  const { result, counts, remark, valid, self } = own
  return (
    <>
      <dl className={css.facts}>
        <dt>等次</dt>
        <dd>{result ? TERMS[result.grade] : '不评等次'}</dd>
        {result?.opinion && (
          <>
            <dt>评定意见</dt>
            <dd>{result.opinion}</dd>
          </>
        )}
        {result?.improvement && (
          <>
            <dt>改进要求</dt>
            <dd>{result.improvement}</dd>
          </>
        )}
        {remark && (
          <>
            <dt>小组意见</dt>
            <dd>{remark}</dd>
          </>
        )}
        {counts && (
          <>
            <dt>测评票数</dt>
            <dd>
              有效票 {valid} 张：优秀 {counts.excellent}，合格 {counts.qualified}，基本合格{' '}
              {counts.basicallyQualified}，不合格 {counts.unqualified}，弃权 {counts.abstained}
            </dd>
          </>
        )}
        {result?.toldOn && (
          <>
            <dt>告知</dt>
            <dd>
              {sayDay(result.toldOn)}，{result.toldBy}
            </dd>
          </>
        )}
      </dl>
      {self && (
        <details>
          <summary>我的自评</summary>
          <p className={css.prose}>{self.text}</p>
        </details>
      )}
    </>
  )
}
