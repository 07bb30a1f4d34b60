import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { RIGHTS_POSTS } from '../kernel/access.ts'
import { useRules } from '../regulations/using.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TickField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { RadioRow } from '../ui/RadioRow.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { Why } from '../ui/WhyPanel.tsx'
import { BELONGS, BELONGS_NAMES, type Belongs } from './clocks.ts'
import { listCadres, type Need } from './contract.ts'
import { type Level, PETITION_NAMES, PETITIONS, type Petition } from './kinds.ts'
import { LevelChoice } from './LevelChoice.tsx'
import css from './triage.module.css'
import { triageNeed } from './triage-contract.ts'

const LABELS = {
  level: '多急',
  petition: '是不是信访事项',
  belongs: '归谁办',
  reachable: '姓名、住址清楚，可以书面告知',
  acceptedOn: '受理日期',
  ownerId: '承办人',
}

const SORTS = ['petition.scope', 'petition.suggestion', 'petition.accusation', 'petition.appeal-routes']
const NO_LEAK = ['petition.accusation', 'petition.leak']

/** How soon, whether it is a petition, and who takes it: all chosen, nothing typed. */
export const TriageForm = ({ need, onDone }: { need: Need; onDone: () => void }) => {
  const { person, may } = useHere()
  const [level, setLevel] = useState<Level | null>(need.level)
  const [petition, setPetition] = useState<Petition | undefined>(need.petition ?? undefined)
  const [belongs, setBelongs] = useState<Belongs>('own')
  const [reachable, setReachable] = useState(!need.anonymous)
  const [acceptedOn, setAcceptedOn] = useState(
    need.clocks.find(({ rule }) => rule === 'petition.decide')?.eventOn ?? today().toString(),
  )
  const [ownerId, setOwnerId] = useState(need.ownerId ?? person.id)
  const { data } = useQuery({ queryKey: ['cadres'], queryFn: () => call(listCadres, {}) })
  const sorts = useRules(SORTS)
  const noLeak = useRules(NO_LEAK)
  const saving = useSaving(
    triageNeed.body,
    (body: never) => call(triageNeed, { params: { need: need.id }, body }),
    onDone,
  )
  const desk = (data?.cadres ?? []).flatMap(({ id, name, posts }) => {
    const post = RIGHTS_POSTS.find((each) => posts.includes(each))
    return post ? [{ value: id, label: `${name}（${TERMS[post]}）` }] : []
  })
  const leads = may('need.lead', need.unitPath)
  const isPetition = petition !== undefined && petition !== 'no'
  const isTakenUp = petition === 'appeal' && belongs === 'own'
  const send = (): void =>
    saving.save({
      level: level ?? undefined,
      petition,
      ...(isPetition ? { belongs, reachable } : {}),
      acceptedOn: isTakenUp ? acceptedOn : null,
      ...(leads || need.ownerId ? { ownerId } : {}),
      version: need.version,
    })
  return (
    <SavedForm saving={saving} labels={LABELS} act="完成分诊" onSend={send}>
      <LevelChoice value={level} onChange={setLevel} error={saving.errors.level} />
      <fieldset className={css.asked}>
        <legend>
          {LABELS.petition} <Why of="信访事项的分类" grounds={{ about: '信访事项的分类', rules: sorts }} />
        </legend>
        <RadioRow
          name="petition"
          choices={PETITIONS.map((value) => ({ value, label: PETITION_NAMES[value] }))}
          value={petition}
          onChange={setPetition}
        />
        {saving.errors.petition && <p role="alert">请选择是不是信访事项。</p>}
        <p className="aside">
          要求妇联处理、答复的建议、检举、申诉是信访事项；只是咨询、倾诉、请求陪伴的一般不是。应走诉讼、仲裁、复议的，告诉她走哪条路。
        </p>
      </fieldset>
      {petition === 'accusation' && (
        <p>
          检举控告的材料和情况，不能透露、转给被检举的人或单位。{' '}
          <Why of="检举控告的保密" grounds={{ about: '检举控告的保密', rules: noLeak }} />
        </p>
      )}
      {isPetition && (
        <>
          <fieldset className={css.asked}>
            <legend>{LABELS.belongs}</legend>
            <RadioRow
              name="belongs"
              choices={BELONGS.map((value) => ({ value, label: BELONGS_NAMES[value] }))}
              value={belongs}
              onChange={setBelongs}
            />
          </fieldset>
          <TickField name="reachable" label={LABELS.reachable} value={reachable} onChange={setReachable} />
        </>
      )}
      {isTakenUp && (
        <DayField
          name="acceptedOn"
          label={LABELS.acceptedOn}
          value={acceptedOn}
          onChange={setAcceptedOn}
          error={saving.errors.acceptedOn}
          today={today()}
        />
      )}
      {leads ? (
        <ChoiceField
          name="ownerId"
          label={LABELS.ownerId}
          choices={desk}
          value={ownerId}
          onChange={setOwnerId}
          error={saving.errors.ownerId}
        />
      ) : (
        <p className="aside">
          {need.ownerName ? `承办人：${need.ownerName}` : '分诊后由您承办，负责人可以另行指派。'}
        </p>
      )}
    </SavedForm>
  )
}
