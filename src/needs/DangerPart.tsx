import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import { CallForm } from './CallForm.tsx'
import { listCadres } from './contract.ts'
import type { PartProps } from './part.ts'
import css from './triage.module.css'

const BY_LAW = ['violence.mandatory-report', 'minors.report', 'minors.close-contact']
const ADOPTED = ['triage.adopted-report', 'triage.danger']

/** Somebody is in danger now: whom to call first. Shown on intake once danger is ticked, and on the matter until a call is recorded. */
export const DangerPart = ({ children }: { children?: ReactNode }) => {
  const { data } = useQuery({ queryKey: ['cadres'], queryFn: () => call(listCadres, {}) })
  const byLaw = useRules(BY_LAW)
  const adopted = useRules(ADOPTED)
  const leaders = (data?.cadres ?? []).flatMap(({ name, posts }) => {
    const post = (['federation-leader', 'rights-head'] as const).find((each) => posts.includes(each))
    return post ? [`${name}（${TERMS[post]}）`] : []
  })
  return (
    <section className={css.danger} aria-label="眼下有危险">
      <h2>先确保人身安全，再往下登记</h2>
      <ol>
        <li>
          打 <a href="tel:110">110</a> 报警；有人受伤打 <a href="tel:120">120</a>
          。她不方便说话的，由您代打，说清地点和有没有孩子。
        </li>
        <li>
          几分钟内报告值班领导
          {leaders.length > 0 ? `：${leaders.join('、')}。` : '。'}
        </li>
        <li>涉及未成年人的，立即报告公安、民政、教育部门，不等任何人同意。</li>
        <li>成年人的意愿要听，但生命危险时先报警，再向她说明。</li>
      </ol>
      <p>
        学校、医院、居（村）委会、社工机构等是法律点名、必须报告的单位。{' '}
        <Why of="法律点名的报告义务" grounds={{ about: '法律点名的报告义务', rules: byLaw }} />
        <br />
        妇联没有被逐字点名，按同样要求自行采用。{' '}
        <Why of="妇联自行采用的做法" grounds={{ about: '妇联自行采用的做法', rules: adopted }} />
      </p>
      {children}
    </section>
  )
}

/** On top of the matter while it is urgent and nobody has written down that help was called. */
export const DangerOfNeed = ({ need }: PartProps) => {
  const called = need.steps.some(({ kind }) => kind === 'called' || kind === 'reported')
  const isOpen = need.state === 'received' || need.state === 'handling'
  if (need.level !== 'R0' || called || !isOpen) return null
  return (
    <DangerPart>
      {need.knows ? <CallForm need={need} /> : <p>联络由知悉这件需求的人记录。请联系承办人或登记人。</p>}
    </DangerPart>
  )
}
