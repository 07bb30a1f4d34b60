import { Drawer } from '@mantine/core'
import { useState } from 'react'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { Why } from '../ui/WhyPanel.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { AnswerLink } from './AnswerLink.tsx'
import type { Need } from './contract.ts'
import { HandedLink } from './HandedLink.tsx'
import { useActs } from './HandlingPart.tsx'
import css from './handling.module.css'
import { HANDLING_GUIDE } from './handling-guide.ts'
import { OUTCOME_NAMES } from './kinds.ts'
import { OutcomeForm } from './OutcomeForm.tsx'
import { PaperAct } from './PaperAct.tsx'
import type { PartProps } from './part.ts'
import { ReopenForm } from './ReopenForm.tsx'
import { TellForm } from './TellForm.tsx'
import { SATISFIED_NAMES, SOLVED_NAMES } from './told.ts'

/** 办结: how it ended, that she was told, and what she said. */
export const ClosingPart = ({ need }: PartProps) => {
  const { acts } = useActs(need)
  const [link, setLink] = useState<string | null>(null)
  const { person, may } = useHere()
  const rules = useRules(['need.tell-back', 'need.harassment-reply', 'protection-order.records-as-evidence'])
  const handles = may('need.handle', need.unitPath) || need.ownerId === person.id
  const isHandler = need.ownerId === person.id || need.helpers.some(({ personId }) => personId === person.id)
  const settled = need.knows && need.sealedOn === null && need.resolvedOn !== null
  return (
    <section className={css.part} aria-labelledby="closing">
      <h2 id="closing">办结和告知本人</h2>
      <p className={css.head}>
        <span>{standing(need)}</span>
        <Why grounds={{ about: '告知本人', rules }} />
      </p>
      <Guide of="告知和回访" guide={HANDLING_GUIDE.telling} />
      <Drawer
        opened={link !== null}
        onClose={() => setLink(null)}
        closeOnClickOutside={false}
        title="答复链接"
        padding="lg"
      >
        {link && <HandedLink link={link} onDone={() => setLink(null)} />}
      </Drawer>
      {need.answers.length > 0 && (
        <ul className={css.lines} aria-label="本人答复">
          {need.answers.map(({ id, way, answeredOn, takenByName, solved, satisfied, text }) => (
            <li key={id}>
              <p className={css.head}>
                <strong>
                  {SOLVED_NAMES[solved]}，{SATISFIED_NAMES[satisfied]}
                </strong>
                <span className="aside">
                  {sayDay(answeredOn)} · {way === 'link' ? '本人用链接答复' : `${takenByName}电话回访`}
                </span>
              </p>
              {text && <p className={css.text}>{text}</p>}
            </li>
          ))}
        </ul>
      )}
      <div className={css.acts}>
        {acts && need.resolvedOn === null && (
          <FormAct
            act="登记办理结果"
            title="登记办理结果"
            permit={need.level === null ? { may: false, reason: '先分诊，再登记结果' } : { may: true }}
          >
            {(close) => <OutcomeForm need={need} onDone={close} onLink={setLink} />}
          </FormAct>
        )}
        {acts && need.state === 'resolved' && (
          <FormAct act="登记告知本人" title="登记告知本人">
            {(close) => <TellForm need={need} onDone={close} onLink={setLink} />}
          </FormAct>
        )}
        {settled && need.toldOn !== null && handles && <AnswerLink need={need} />}
        {settled && need.toldOn !== null && may('need.read', need.unitPath) && (
          <FormAct
            act="登记电话回访"
            title="登记电话回访"
            permit={
              isHandler ? { may: false, reason: '您参与过办理，回访请由没有参与的同事登记' } : { may: true }
            }
          >
            {(close) => <AnswerForm need={need} onDone={close} />}
          </FormAct>
        )}
        {settled && handles && (
          <FormAct act="重新办理" title="重新办理">
            {(close) => <ReopenForm need={need} onDone={close} />}
          </FormAct>
        )}
      </div>
      {need.knows && handles && (
        <div className={css.acts}>
          {need.resolvedOn !== null && (
            <PaperAct need={need} paper="result">
              办理结果告知书
            </PaperAct>
          )}
          <PaperAct need={need} paper="sheet">
            办理情况单
          </PaperAct>
          <PaperAct need={need} paper="copy">
            出具记录副本
          </PaperAct>
        </div>
      )}
    </section>
  )
}

const standing = ({ outcome, resolvedOn, toldOn, closedOn }: Need): string => {
  if (outcome === null || resolvedOn === null) return '还没有办理结果。'
  const ended = `${sayDay(resolvedOn)}：${OUTCOME_NAMES[outcome]}`
  if (closedOn === null) return `${ended}。还没有告知本人，告知以后才算办结。`
  return toldOn ? `${ended}，${sayDay(toldOn)}告知本人。` : `${ended}。本人没有留下联系方式，无法告知。`
}
