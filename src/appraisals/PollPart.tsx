import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import css from './appraisals.module.css'
import { useActing } from './asking.ts'
import type { Appraisal } from './contract.ts'
import { FEW, FORM_WORDS, FORMS, type Form } from './kinds.ts'
import { OpenPoll } from './OpenPoll.tsx'
import { openPermit } from './permit.ts'
import { openPoll } from './poll-contract.ts'
import { TotalsGrid } from './TotalsGrid.tsx'

/** The poll: its way is chosen, it runs, it is counted. While it runs nothing of it is shown but how many sheets there are. */
export const PollPart = ({ round }: { round: Appraisal }) => {
  const [anew, setAnew] = useState(false)
  const { poll } = round
  return (
    <section aria-labelledby="poll" className={css.section}>
      <h2 id="poll">民主测评</h2>
      {poll === null && <ChooseForm round={round} />}
      {poll?.state === 'open' && <OpenPoll round={round} poll={poll} />}
      {poll?.state === 'closed' && !anew && <Figures round={round} onAnew={() => setAnew(true)} />}
      {poll?.state === 'closed' && anew && (
        <TotalsGrid round={round} polledOn={poll.polledOn} onDone={() => setAnew(false)} />
      )}
    </section>
  )
}

const ChooseForm = ({ round }: { round: Appraisal }) => {
  const [form, setForm] = useState<Form>('totals')
  const [polledOn, setPolledOn] = useState(today().toString())
  const opening = useActing(() =>
    call(openPoll, {
      params: { appraisal: round.id },
      body: { form: form === 'totals' ? 'sheets' : form, polledOn },
    }),
  )
  const errors = errorsOf(opening.error)
  return (
    <>
      {round.voters < FEW && (
        <p className={css.warning} role="note">
          应投票的只有 {round.voters} 人，少于 {FEW}{' '}
          人。每人的票数会看得出谁投了什么，所以只保留合计；不到三张时合计也不留。
        </p>
      )}
      <fieldset className={css.forms}>
        <legend>怎样测评</legend>
        {FORMS.map((each) => (
          <label key={each}>
            <input type="radio" name="form" checked={form === each} onChange={() => setForm(each)} />
            <span>
              {FORM_WORDS[each].title}
              <span className="aside">{FORM_WORDS[each].says}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={css.narrow}>
        <DayField
          label="测评日期"
          name="polledOn"
          value={polledOn}
          onChange={setPolledOn}
          today={today()}
          error={errors.polledOn}
        />
      </div>
      {form === 'totals' ? (
        <TotalsGrid round={round} polledOn={polledOn} />
      ) : (
        <>
          <p className="aside">
            无记名：谁投了什么，哪里都不记。票在系统里打乱、加密，计票后销毁，只留票数。开始后名单不能再改。
          </p>
          {opening.error && <Failed error={opening.error} />}
          <div className={css.acts}>
            <Act
              primary
              permit={openPermit(round)}
              loading={opening.isPending}
              onClick={() => opening.mutate(undefined)}
            >
              开始测评
            </Act>
          </div>
        </>
      )}
    </>
  )
}

const Figures = ({ round, onAnew }: { round: Appraisal; onAnew: () => void }) => {
  const { poll } = round
  if (!poll) return null
  const { totals } = poll
  return (
    <>
      <p>
        {sayDay(poll.polledOn)}，{FORM_WORDS[poll.form].title}。发出 {poll.issued} 张，收回 {poll.returned}{' '}
        张，有效 {poll.valid} 张。
      </p>
      {poll.detail === 'none' && <p>有效票太少，合计也会看得出谁投了什么，没有保留票数。</p>}
      {poll.detail === 'total' && totals && (
        <p>
          有效票少于 {FEW} 张，只保留合计：优秀 {totals.excellent}，合格 {totals.qualified}，基本合格{' '}
          {totals.basicallyQualified}，不合格 {totals.unqualified}，弃权 {totals.abstained}。
        </p>
      )}
      {poll.detail === 'each' && (
        <div className={css.wide}>
          <table className={css.table}>
            <caption className="unseen">每人的测评票数，按姓氏笔画</caption>
            <thead>
              <tr>
                {['姓名', '优秀', '合格', '基本合格', '不合格', '弃权'].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {round.seats.map(
                ({ personId, name, counts }) =>
                  counts && (
                    <tr key={personId}>
                      <th scope="row">{name}</th>
                      <td>{counts.excellent}</td>
                      <td>{counts.qualified}</td>
                      <td>{counts.basicallyQualified}</td>
                      <td>{counts.unqualified}</td>
                      <td>{counts.abstained}</td>
                    </tr>
                  ),
              )}
            </tbody>
          </table>
        </div>
      )}
      <p className="aside">票数供评定参考，不排名次，也不单凭票数定等次。</p>
      {poll.form === 'totals' && (
        <div className={css.acts}>
          <Act permit={openPermit(round)} onClick={onAnew}>
            重录票数
          </Act>
        </div>
      )}
    </>
  )
}
