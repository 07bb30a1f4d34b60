import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf, callForFile } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { keepFile } from '../ui/keep-file.ts'
import css from './appraisals.module.css'
import type { Appraisal } from './contract.ts'
import { PURPOSE_WORDS, PURPOSES } from './kinds.ts'
import { downloadBallotSheet, downloadSummary, takeRegister, takeSet } from './paper-contract.ts'
import { leadPermit } from './permit.ts'

/** What the round gives on paper. What holds members' own words asks what for, and keeps it on record. */
export const PapersPart = ({ round }: { round: Appraisal }) => {
  const params = { appraisal: round.id }
  return (
    <details className={css.people}>
      <summary>文书（测评票、汇总表、登记表）</summary>
      <ul className={css.papers}>
        {round.permits.lead && (
          <li>
            <a href={addressOf(downloadBallotSheet, { params })} download>
              测评票（Word）
            </a>
            <span className="aside">按姓氏笔画，没有编号，不写投票人</span>
          </li>
        )}
        <li>
          <a href={addressOf(downloadSummary, { params })} download>
            汇总表（Word）
          </a>
          <a href={addressOf(downloadSummary, { params, query: { as: 'xlsx' } })} download>
            汇总表（Excel）
          </a>
        </li>
      </ul>
      <div className={css.acts}>
        <FormAct act="下载登记表和全套材料" title="下载登记表和全套材料" permit={leadPermit(round)}>
          {(close) => <TakeForm round={round} onDone={close} />}
        </FormAct>
      </div>
    </details>
  )
}

const TakeForm = ({ round, onDone }: { round: Appraisal; onDone: () => void }) => {
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>('file')
  const [person, setPerson] = useState('all')
  const taking = useMutation({
    mutationFn: () =>
      person === 'all'
        ? callForFile(takeSet, { params: { appraisal: round.id }, body: { purpose } })
        : callForFile(takeRegister, { params: { appraisal: round.id, person }, body: { purpose } }),
    onSuccess: (file) => {
      keepFile(file)
      onDone()
    },
  })
  return (
    <div className="form">
      <p>登记表里印有本人提交的自评。谁下载、为什么，会记下来，本人看得到。</p>
      <ChoiceField
        label="哪一份"
        value={person}
        onChange={setPerson}
        choices={[
          { value: 'all', label: '全套（一个压缩包）' },
          ...round.seats
            .filter(({ role }) => role !== 'excluded')
            .map(({ personId, name }) => ({ value: personId, label: `${name}的登记表` })),
        ]}
      />
      <ChoiceField
        label="用途"
        value={purpose}
        onChange={(chosen) => setPurpose(PURPOSES.find((each) => each === chosen) ?? purpose)}
        choices={PURPOSES.map((each) => ({ value: each, label: PURPOSE_WORDS[each] }))}
      />
      {taking.error && <Failed error={taking.error} />}
      <Act primary loading={taking.isPending} onClick={() => taking.mutate()}>
        下载
      </Act>
    </div>
  )
}
