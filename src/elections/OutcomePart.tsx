import css from './count.module.css'
import type { ShownRound } from './round-contract.ts'

/** What the count means: valid or not, who is elected by how many votes as on the ballot, and every clause that said so. */
export const OutcomePart = ({ round }: { round: ShownRound }) => {
  const { outcome, names } = round
  if (outcome === null) return null
  const nameOf = (id: string) => names.find((name) => name.id === id)?.name ?? id
  const { ballots, election, needed, runoff, shortfall } = outcome
  const general = outcome.because.filter(({ person }) => person === undefined)
  const personal = outcome.because.filter(({ person }) => person !== undefined)
  return (
    <div className={css.outcome} data-election={election}>
      <p className={css.verdict}>
        {election === 'valid' ? '选举有效。' : '选举无效，应重新投票。'}发出 {ballots.issued} 张，收回{' '}
        {ballots.returned} 张
        {election === 'valid' && `，有效 ${ballots.valid} 张，作废 ${ballots.void} 张；至少 ${needed} 票当选`}
        。
      </p>
      {election === 'valid' && (
        <>
          <div className={css.wide}>
            <table className={css.table}>
              <caption className="unseen">得票和当选</caption>
              <thead>
                <tr>
                  <th scope="col">姓名</th>
                  <th scope="col">赞成</th>
                  <th scope="col">反对</th>
                  <th scope="col">弃权</th>
                  <th scope="col">结果</th>
                </tr>
              </thead>
              <tbody>
                {names.flatMap(({ id, name, writtenIn }) => {
                  const votes = outcome.votes[id]
                  if (!votes) return []
                  return [
                    <tr key={id} data-elected={outcome.elected.includes(id) || undefined}>
                      <th scope="row">
                        {name}
                        {writtenIn && <span className="aside">另选</span>}
                      </th>
                      <td>{votes.approve}</td>
                      <td>{writtenIn ? '' : votes.oppose}</td>
                      <td>{writtenIn ? '' : votes.abstain}</td>
                      <td>{standingOf(outcome, id)}</td>
                    </tr>,
                  ]
                })}
              </tbody>
            </table>
          </div>
          {runoff?.why === 'tie' && (
            <p>
              末位得票相等：{runoff.among.map(nameOf).join('、')}，就以上人员再次投票，选 {runoff.seats} 人。
            </p>
          )}
          {shortfall > 0 && <p>还差 {shortfall} 人没有选出，由大会决定再次选举或减少名额。</p>}
        </>
      )}
      <ul className={css.reasons}>
        {general.map((reason) => (
          <Reason key={reason.rule} reason={reason} />
        ))}
      </ul>
      {personal.length > 0 && (
        <details>
          <summary>每人的判定依据（{personal.length} 条）</summary>
          <ul className={css.reasons}>
            {personal.map((reason) => (
              <Reason
                key={`${reason.rule} ${reason.person}`}
                reason={reason}
                of={nameOf(reason.person ?? '')}
              />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

type Outcome = NonNullable<ShownRound['outcome']>

const standingOf = ({ elected, runoff, votes, needed }: Outcome, id: string): string => {
  if (elected.includes(id)) return '当选'
  if (runoff?.why === 'tie' && runoff.among.includes(id)) return '相等，再投'
  return (votes[id]?.approve ?? 0) >= needed ? '过半，未进名额' : '未过半'
}

const Reason = ({ reason, of }: { reason: Outcome['because'][number]; of?: string }) => (
  <li className={css.judged} data-holds={marks(reason, of)} data-hardness={reason.hardness}>
    {of && `${of}：`}
    {reason.words}
    {!reason.words.includes(reason.citation) && <span className="aside">（{reason.citation}）</span>}
  </li>
)

/** Who was not elected, and that some ballots were void, are results and no faults. */
const marks = ({ rule, holds }: Outcome['because'][number], of?: string): boolean | undefined =>
  of || rule.endsWith('.ballot') ? undefined : holds
