import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import type { Need } from './contract.ts'
import { APPLICANT_NAMES, APPLICANTS, type Applicant, type MeasureKind } from './kinds.ts'
import { addMeasure, changeMeasure } from './sealed-contract.ts'
import type { MeasureWords } from './words.ts'

type Props = {
  need: Need
  measure: Need['measures'][number] | null
  kind: MeasureKind
  onDone: () => void
}

type DayName =
  | 'appliedOn'
  | 'acceptedOn'
  | 'madeOn'
  | 'refusedOn'
  | 'until'
  | 'renewalOn'
  | 'visitedOn'
  | 'nextOn'

const OFFICES: Readonly<Record<MeasureKind, string>> = {
  'protection-order': '法院',
  warning: '出具的派出所',
  report: '报告给哪个单位',
}

/** The days of each kind, in the order in which they come; only those asked for that lie before her. */
const DAYS: Readonly<Record<MeasureKind, readonly (readonly [DayName, string])[]>> = {
  'protection-order': [
    ['appliedOn', '申请日期'],
    ['acceptedOn', '法院受理日期'],
    ['madeOn', '保护令作出日期'],
    ['until', '失效日期'],
    ['refusedOn', '驳回日期'],
    ['renewalOn', '申请延长的日期'],
  ],
  warning: [
    ['madeOn', '送达日期'],
    ['visitedOn', '最近一次回访'],
    ['nextOn', '下次回访'],
  ],
  report: [
    ['appliedOn', '发现日期'],
    ['madeOn', '报告日期'],
  ],
}

const LABELS = {
  ...Object.fromEntries(Object.values(DAYS).flat()),
  office: '单位',
  receipt: '回执',
  note: '备注',
}

/** A measure as it stands: days as they come in, the office, and little else. */
export const MeasureForm = ({ need, measure, kind, onDone }: Props) => {
  const [words, setWords] = useState<MeasureWords>(measure?.words ?? emptyOf(kind))
  const change = (part: Partial<MeasureWords>) => setWords({ ...words, ...part })
  const saving = useSaving(
    addMeasure.body,
    (body: { words: MeasureWords; version: number }) =>
      measure
        ? call(changeMeasure, { params: { need: need.id, measure: measure.id }, body })
        : call(addMeasure, { params: { need: need.id }, body }),
    onDone,
  )
  const errorOf = (field: string) => saving.errors[`words.${field}`] ?? saving.errors[field]
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="保存"
      onSend={() => saving.save({ words, version: need.version })}
    >
      <TextField
        label={OFFICES[kind]}
        name="office"
        value={words.office}
        error={errorOf('office')}
        onChange={(office) => change({ office })}
      />
      {kind === 'protection-order' && (
        <>
          <ChoiceField
            label="由谁申请"
            value={words.applicant}
            onChange={(applicant) => change({ applicant: applicant as Applicant })}
            choices={APPLICANTS.map((value) => ({ value, label: APPLICANT_NAMES[value] }))}
          />
          <TickField
            label="情况紧急（二十四小时内裁定）"
            value={words.urgent}
            onChange={(urgent) => change({ urgent })}
          />
        </>
      )}
      {DAYS[kind].map(([name, label], at) => (
        <DayField
          key={name}
          label={label}
          name={name}
          optional={at > 0}
          today={today()}
          value={words[name] ?? ''}
          error={errorOf(name)}
          onChange={(on) => change({ [name]: on === '' ? null : on })}
        />
      ))}
      {kind === 'report' && (
        <TextField
          label="回执"
          name="receipt"
          optional
          hint="回执编号，或者接报的人"
          value={words.receipt}
          error={errorOf('receipt')}
          onChange={(receipt) => change({ receipt })}
        />
      )}
      <AreaField
        label="备注"
        name="note"
        optional
        most={1000}
        value={words.note}
        error={errorOf('note')}
        onChange={(note) => change({ note })}
      />
    </SavedForm>
  )
}

const emptyOf = (kind: MeasureKind): MeasureWords => {
  const on = today().toString()
  return {
    kind,
    office: '',
    applicant: 'herself',
    appliedOn: kind === 'warning' ? null : on,
    acceptedOn: null,
    urgent: false,
    madeOn: kind === 'warning' ? on : null,
    refusedOn: null,
    until: null,
    renewalOn: null,
    visitedOn: null,
    nextOn: null,
    receipt: '',
    note: '',
  }
}
