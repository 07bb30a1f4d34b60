import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { errorsOf, refusalIn } from '../ui/errors.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { chooseParameter, listParameters, type Parameter } from './contract.ts'
import css from './ParametersPage.module.css'

/** 本地参数: what the regulations leave to the locality. Choices are dated; what is past stays judged as it was. */
export const ParametersPage = () => {
  const { data } = useSuspenseQuery({
    queryKey: ['parameters'],
    queryFn: () => call(listParameters, { query: {} }),
  })
  return (
    <>
      <PageHead
        title="本地参数"
        lead={
          <>
            条例留给地方和本机关决定的事项。只能从严或在所列中选择；“应当”一级的要求不能放宽。见
            <Link to="/rules">规则</Link>。
          </>
        }
      />
      <ul className={css.parameters}>
        {data.parameters.map((parameter) => (
          <li key={parameter.key}>
            <ParameterLine parameter={parameter} />
          </li>
        ))}
      </ul>
    </>
  )
}

const ParameterLine = ({ parameter }: { parameter: Parameter }) => {
  const [changing, setChanging] = useState(false)
  const here = useHere()
  return (
    <div className={css.parameter}>
      <div>
        <h2>{parameter.title}</h2>
        <p className="aside">{parameter.says}</p>
      </div>
      <div>
        <p>{worded(parameter, parameter.choice)}</p>
        <p className="aside">
          {parameter.since ? `${sayDay(parameter.since)}起` : '默认'}
          {parameter.choice !== parameter.byDefault && `（默认：${worded(parameter, parameter.byDefault)}）`}
        </p>
      </div>
      {changing ? (
        <ChoiceForm parameter={parameter} onDone={() => setChanging(false)} />
      ) : (
        <Act
          permit={
            here.may(chooseParameter.asks, here.unit.path)
              ? { may: true }
              : { may: false, reason: '由书记或组织委员选定。' }
          }
          onClick={() => setChanging(true)}
        >
          更改
        </Act>
      )}
    </div>
  )
}

const worded = ({ choices, range }: Parameter, value: string): string =>
  choices?.find((choice) => choice.value === value)?.label ?? `${value}${range?.unit ? ` ${range.unit}` : ''}`

const ChoiceForm = ({ parameter, onDone }: { parameter: Parameter; onDone: () => void }) => {
  const queries = useQueryClient()
  const [choice, setChoice] = useState(parameter.choice)
  const [since, setSince] = useState(today().toString())
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(chooseParameter, { body: { key: parameter.key, choice, since } }),
    onSuccess: async () => {
      // Duties and judgments follow the choice.
      await queries.invalidateQueries()
      onDone()
    },
  })
  const refusal = refusalIn(error)
  const errors = errorsOf(error)
  const { choices, range } = parameter
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      {refusal && Object.keys(errors).length === 0 && <RefusalNote refusal={refusal} />}
      {choices ? (
        <ChoiceField
          label="选定"
          name="choice"
          value={choice}
          onChange={setChoice}
          choices={choices}
          error={errors.choice}
        />
      ) : (
        <TextField
          label="选定"
          name="choice"
          hint={range ? `${range.least} 至 ${range.most}${range.unit ? ` ${range.unit}` : ''}` : undefined}
          value={choice}
          onChange={setChoice}
          error={errors.choice}
        />
      )}
      <DayField
        label="起始日期"
        name="since"
        hint="这一天起按新的选定判定，以前的日子不变"
        today={today()}
        value={since}
        onChange={setSince}
        error={errors.since}
      />
      <Act
        primary
        type="submit"
        loading={isPending}
        permit={choice === parameter.choice ? { may: false, reason: '与现在的选定相同' } : { may: true }}
      >
        保存
      </Act>
      <Act onClick={onDone}>不改了</Act>
    </form>
  )
}
