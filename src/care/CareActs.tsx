import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, callForFile } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { keepFile } from '../ui/keep-file.ts'
import * as contract from './contract.ts'
import { PURPOSE_WORDS, SEVERITY_WORDS } from './labels.ts'

type Visit = contract.CareVisit

const purposes = contract.PURPOSES.map((value) => ({ value, label: PURPOSE_WORDS[value] }))

/** What lies sealed opens with a purpose; the person concerned sees who opened it. */
export const OpenAct = ({ visit }: { visit: Visit }) => (
  <FormAct act="看情况" title={`${visit.personName}的情况`}>
    {() => <Opening visit={visit} />}
  </FormAct>
)

const Opening = ({ visit }: { visit: Visit }) => {
  const [purpose, setPurpose] = useState<contract.Purpose>('visit')
  const opening = useMutation({
    mutationFn: () => call(contract.openSituation, { params: { visit: visit.id }, body: { purpose } }),
  })
  if (opening.data) {
    const { situation, severity, remark } = opening.data
    const told: [string, string | null][] = [
      ['困难程度', severity && SEVERITY_WORDS[severity]],
      ['情况', situation],
      ['备注', remark],
    ]
    return (
      <dl>
        {told.map(
          ([name, text]) =>
            text && (
              <div key={name}>
                <dt className="aside">{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
    )
  }
  return (
    <div className="form">
      {opening.error && <Failed error={opening.error} />}
      <ChoiceField
        label="打开的用途"
        value={purpose}
        onChange={(value) => setPurpose(value as contract.Purpose)}
        choices={purposes}
        hint="打开会留下记录，本人看得到"
      />
      <Act primary loading={opening.isPending} onClick={() => opening.mutate()}>
        打开
      </Act>
    </div>
  )
}

/** The register as a sheet; what is sealed goes into it only with a purpose. */
export const SheetForm = ({ unit, year, onDone }: { unit: string; year: number; onDone: () => void }) => {
  const [purpose, setPurpose] = useState('none')
  const taking = useMutation({
    mutationFn: () =>
      callForFile(contract.takeCareSheet, {
        params: { unit },
        body: { year, purpose: purpose === 'none' ? null : (purpose as contract.Purpose) },
      }),
    onSuccess: (file) => {
      keepFile(file)
      onDone()
    },
  })
  return (
    <div className="form">
      {taking.error && <Failed error={taking.error} />}
      <ChoiceField
        label="带不带情况"
        value={purpose}
        onChange={setPurpose}
        choices={[
          { value: 'none', label: '不带情况' },
          ...purposes.map(({ value, label }) => ({ value, label: `带情况：${label}` })),
        ]}
        hint="带情况的，对每个人留下打开的记录"
      />
      <Act primary loading={taking.isPending} onClick={() => taking.mutate()}>
        下载
      </Act>
    </div>
  )
}

export const CancelAct = ({ visit }: { visit: Visit }) => {
  const [asking, setAsking] = useState(false)
  const queries = useQueryClient()
  const cancelling = useMutation({
    mutationFn: () =>
      call(contract.cancelVisit, { params: { visit: visit.id }, body: { version: visit.version } }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      setAsking(false)
    },
  })
  return (
    <>
      <Act onClick={() => setAsking(true)}>取消</Act>
      <ConfirmDialog
        opened={asking}
        title={`要取消走访${visit.personName}吗？`}
        act="取消走访"
        busy={cancelling.isPending}
        onAct={() => cancelling.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>安排仍留在列表里，写明已取消。</p>
        {cancelling.error && <Failed error={cancelling.error} />}
      </ConfirmDialog>
    </>
  )
}
