import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addressOf, call } from '../http/call.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import type { HereUnit } from '../ui/here.ts'
import { planQuery } from './asking.ts'
import { downloadStudyPlan, downloadStudyPlanSheet, type PlanItem, removePlanItem } from './contract.ts'
import { KIND_NAMES } from './kinds.ts'
import { PlanItemForm } from './PlanItemForm.tsx'
import css from './study.module.css'
import { whomWords } from './whom-words.ts'

type Props = { unit: HereUnit; year: number; permit: Permit }

/** The year's plan, one line an item; what was studied leads to its record. */
export const PlanPart = ({ unit, year, permit }: Props) => {
  const { items } = useSuspenseQuery(planQuery(unit.id, year)).data
  const of = { params: { unit: unit.id }, query: { year } }
  return (
    <div className={css.part}>
      <div className={css.acts}>
        <FormAct act="列入一项" title={`${year} 年学习计划`} permit={permit}>
          {(close) => <PlanItemForm unitId={unit.id} year={year} onDone={close} />}
        </FormAct>
        {items.length > 0 && (
          <>
            <a href={addressOf(downloadStudyPlan, of)} download>
              下载学习计划（Word）
            </a>
            <a href={addressOf(downloadStudyPlanSheet, of)} download>
              下载学习计划表
            </a>
          </>
        )}
      </div>
      {items.length === 0 ? (
        <Empty title={`${year} 年还没有学习计划`}>
          <p>按月列出学什么、谁领学、谁参加。列入的项目到时直接变成学习记录，不用再填一遍。</p>
        </Empty>
      ) : (
        <ul className={css.list}>
          {items.map((item) => (
            <Item key={item.id} item={item} unit={unit} permit={permit} />
          ))}
        </ul>
      )}
    </div>
  )
}

const Item = ({ item, unit, permit }: { item: PlanItem; unit: HereUnit; permit: Permit }) => {
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call(removePlanItem, { params: { item: item.id }, body: { version: item.version } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['study-plan'] }),
  })
  return (
    <li className={css.line}>
      <span className={css.when}>
        {item.heldOn ? `${item.month}月${Number(item.heldOn.slice(8))}日` : `${item.month}月`}
      </span>
      <span className={css.what}>
        <span>{item.topic}</span>
        <span className="aside">
          {[
            KIND_NAMES[item.kind],
            whomWords(item, unit.kind),
            item.leaderName && `${item.leaderName}领学`,
            item.material,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {remove.error && <Failed error={remove.error} />}
      </span>
      <span className={css.acts}>
        {item.sessionId ? (
          <Link to="/study/$session" params={{ session: item.sessionId }}>
            {item.sessionOn} 已学
          </Link>
        ) : (
          permit.may && (
            <>
              <Link to="/study/record" search={{ item: item.id, year: item.year }}>
                登记这次学习
              </Link>
              <FormAct act="修改" title={item.topic}>
                {(close) => <PlanItemForm unitId={unit.id} year={item.year} item={item} onDone={close} />}
              </FormAct>
              <Act loading={remove.isPending} onClick={() => remove.mutate()}>
                去掉
              </Act>
            </>
          )
        )}
      </span>
    </li>
  )
}
