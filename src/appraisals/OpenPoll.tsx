import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import css from './appraisals.module.css'
import { sheetsQuery, useActing } from './asking.ts'
import { BallotForm } from './BallotForm.tsx'
import type { Appraisal, Poll } from './contract.ts'
import { FEW, FORM_WORDS } from './kinds.ts'
import { openPermit } from './permit.ts'
import { castSheet, closePoll, dropPoll, markVoted } from './poll-contract.ts'

/** A poll that runs: how many sheets there are, what is still to go in, and its end. */
export const OpenPoll = ({ round, poll }: { round: Appraisal; poll: Poll }) => {
  const { data, error } = useQuery({ ...sheetsQuery(round.id), enabled: round.permits.lead })
  const [sure, setSure] = useState(false)
  const [issued, setIssued] = useState<string | null>(null)
  const [returned, setReturned] = useState<string | null>(null)
  const cast = data?.cast ?? 0
  const params = { appraisal: round.id }
  const onPaper = poll.form === 'sheets'
  const closing = useActing(() =>
    call(closePoll, {
      params,
      body: {
        issued: onPaper ? Number(issued ?? cast) : null,
        returned: onPaper ? Number(returned ?? cast) : null,
      },
    }),
  )
  const dropping = useActing(
    () => call(dropPoll, { params }),
    () => setSure(false),
  )
  if (!round.permits.lead) return <p>正在测评。结束以前不显示任何票数。</p>
  return (
    <>
      <p>
        {FORM_WORDS[poll.form].title}。应投 {round.voters} 人，
        <strong role="status">已有 {cast} 张</strong>。结束以前不显示票数。
      </p>
      {error && <Failed error={error} />}
      {poll.form === 'room' && (
        <p>
          <Link to="/appraisals/$round/room" params={{ round: round.id }}>
            打开会议室的投票页
          </Link>
          <span className="aside">　请在一台不朝向他人的电脑上打开，一人一张轮流填。</span>
        </p>
      )}
      {poll.form === 'devices' && <HandList round={round} voted={poll.voted} />}
      {poll.form !== 'room' && <SheetEntry round={round} lead={poll.form === 'devices'} />}
      {onPaper && (
        <div className={css.sheets}>
          <TextField
            label="发出张数"
            name="issued"
            inputMode="numeric"
            value={issued ?? String(cast)}
            onChange={setIssued}
          />
          <TextField
            label="收回张数"
            name="returned"
            inputMode="numeric"
            value={returned ?? String(cast)}
            onChange={setReturned}
          />
        </div>
      )}
      {cast < FEW && <p className="aside">有效票少于 {FEW} 张时，只保留合计；不到三张时合计也不留。</p>}
      {closing.error && <Failed error={closing.error} />}
      {dropping.error && <Failed error={dropping.error} />}
      <div className={css.acts}>
        <Act
          primary
          permit={cast === 0 ? { may: false, reason: '还没有票' } : openPermit(round)}
          loading={closing.isPending}
          onClick={() => closing.mutate(undefined)}
        >
          结束并计票
        </Act>
        <Act onClick={() => setSure(true)}>作废重来</Act>
      </div>
      <ConfirmDialog
        opened={sure}
        title="要作废这次测评吗？"
        act="作废测评"
        busy={dropping.isPending}
        onAct={() => dropping.mutate(undefined)}
        onClose={() => setSure(false)}
      >
        <p>已有的 {cast} 张票会不计数就销毁，不能找回。作废后可以改名单、换一种方式重新测评。</p>
      </ConfirmDialog>
    </>
  )
}

const SheetEntry = ({ round, lead }: { round: Appraisal; lead: boolean }) => {
  const queries = useQueryClient()
  const people = round.seats.filter(({ role }) => role === 'graded')
  const casting = useMutation({
    mutationFn: (ballot: Parameters<Parameters<typeof BallotForm>[0]['onCast']>[0]) =>
      call(castSheet, { params: { appraisal: round.id }, body: { ballot } }),
    onSuccess: (told) => queries.setQueryData(sheetsQuery(round.id).queryKey, told),
  })
  return (
    <details open={!lead} className={css.entry}>
      <summary>{lead ? '录入交来的纸质票' : '录入一张票'}</summary>
      {casting.error && <Failed error={casting.error} />}
      <BallotForm
        key={casting.data?.cast ?? 0}
        people={people}
        act="录入这张"
        rest
        busy={casting.isPending}
        onCast={(ballot) => casting.mutate(ballot)}
      />
    </details>
  )
}

/** Who handed in a sheet on paper while others vote on their own devices. It is ticked apart from the sheet itself. */
const HandList = ({ round, voted }: { round: Appraisal; voted: readonly string[] }) => {
  const [picked, setPicked] = useState<readonly string[]>([])
  const waiting = round.seats.filter(({ mayVote, personId }) => mayVote && !voted.includes(personId))
  const marking = useActing(
    () => call(markVoted, { params: { appraisal: round.id }, body: { personIds: [...picked] } }),
    () => setPicked([]),
  )
  return (
    <details className={css.entry}>
      <summary>
        名单：{voted.length} 人已投，{waiting.length} 人未投
      </summary>
      <fieldset className={css.ticks}>
        <legend>交了纸质票的（先收齐再一起勾，票打乱后另录）</legend>
        {waiting.map(({ personId, name }) => (
          <label key={personId}>
            <input
              type="checkbox"
              checked={picked.includes(personId)}
              onChange={() =>
                setPicked(
                  picked.includes(personId)
                    ? picked.filter((each) => each !== personId)
                    : [...picked, personId],
                )
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
      {marking.error && <Failed error={marking.error} />}
      <Act
        permit={picked.length === 0 ? { may: false, reason: '先勾人' } : { may: true }}
        loading={marking.isPending}
        onClick={() => marking.mutate(undefined)}
      >
        登记已交票
      </Act>
    </details>
  )
}
