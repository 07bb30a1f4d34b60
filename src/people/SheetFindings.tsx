import type { ReactNode } from 'react'
import { TERMS } from '../glossary.ts'
import { sayDated } from '../ui/days.ts'
import { ChoiceField } from '../ui/Field.tsx'
import css from './Roster.module.css'
import { type RosterPreview, SHOWN_MOST, type ShownRow } from './roster-contract.ts'
import { type Choices, sayPassedOver } from './roster-review.ts'

type Props = { preview: RosterPreview }

const Part = ({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: string
  children: ReactNode
}) => (
  <section className={css.part} aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {lead && <p>{lead}</p>}
    {children}
  </section>
)

const More = ({ shown, all }: { shown: number; all: number }) =>
  all > shown && (
    <p className="aside">
      只列出前 {shown} 行，共 {all} 行。
    </p>
  )

const Row = ({ row, name, children }: { row: number; name: string; children: ReactNode }) => (
  <li>
    <span className={css.when}>第 {row} 行</span>
    <span className={css.name}>{name}</span>
    <span>{children}</span>
  </li>
)

/** Rows that are taken, but hold something unusual or unreadable. */
export const DoubtPart = ({ preview }: Props) => {
  const doubtful = preview.rows.filter(({ doubts }) => doubts.length > 0)
  return (
    doubtful.length > 0 && (
      <Part
        id="doubts"
        title={`需要核对的 ${preview.counts.doubtful} 行`}
        lead="这些行照收；有疑问的地方请对照原件看一眼。"
      >
        <ul className={css.lines}>
          {doubtful.map(({ row, person, doubts }) => (
            <Row key={row} row={row} name={person.name}>
              {doubts.map(({ message }) => message).join('；')}
            </Row>
          ))}
        </ul>
        <More shown={doubtful.length} all={preview.counts.doubtful} />
      </Part>
    )
  )
}

type UnsureProps = Props & { choices: Choices; onChoose: (change: Partial<Choices>) => void }

/** Rows that only a person can match with one of several of the name. Undecided ones are handed back. */
export const UnsurePart = ({ preview, choices, onChoose }: UnsureProps) => {
  const { unsure } = preview
  return (
    unsure.length > 0 && (
      <Part
        id="unsure"
        title={`分不清是谁的 ${unsure.length} 行`}
        lead="名册里有同名的人。不选定就退回，不收。"
      >
        <ul className={css.lines}>
          {unsure.map(({ row, name, says, candidates }) => (
            <li key={row}>
              <span className={css.when}>第 {row} 行</span>
              <span className={css.name}>{name}</span>
              <span className={css.question}>
                <span>表上：{says}</span>
                <ChoiceField
                  label={`第 ${row} 行的${name}是`}
                  value={choices.decided[row] ?? ''}
                  onChange={(who) => onChoose({ decided: { ...choices.decided, [row]: who } })}
                  choices={[
                    ...candidates.map((one) => ({ value: one.id, label: `名册上的${name}：${one.says}` })),
                    { value: 'new', label: '另一个人，新增' },
                  ]}
                />
              </span>
            </li>
          ))}
        </ul>
      </Part>
    )
  )
}

/** What would be replaced, old beside new. */
export const ChangedPart = ({ preview }: Props) => {
  const changed = preview.rows.filter(({ outcome }) => outcome === 'changed')
  return (
    changed.length > 0 && (
      <Part
        id="changes"
        title={`更改 ${preview.counts.changed} 人`}
        lead="表上空着的格不会清掉名册上的内容。"
      >
        <ul className={css.lines}>
          {changed.map(({ row, person, changes }) => (
            <Row key={row} row={row} name={person.name}>
              {changes.map(({ field, was, now }) => (
                <span key={field} className={css.change}>
                  {field}：{was === null ? <span className="aside">未填</span> : <del>{was}</del>} →{' '}
                  <ins>{now}</ins>
                </span>
              ))}
            </Row>
          ))}
        </ul>
        <More shown={changed.length} all={preview.counts.changed} />
      </Part>
    )
  )
}

/** New people, folded where there are many. */
export const NewPart = ({ preview }: Props) => {
  const made = preview.rows.filter(({ outcome }) => outcome === 'new')
  return (
    made.length > 0 && (
      <Part id="new" title={`新增 ${preview.counts.new} 人`}>
        <details>
          <summary>逐个看</summary>
          <ul className={css.lines}>
            {made.map((row) => (
              <Row key={row.row} row={row.row} name={row.person.name}>
                {factsOf(row)}
              </Row>
            ))}
          </ul>
          <More shown={made.length} all={preview.counts.new} />
        </details>
      </Part>
    )
  )
}

const factsOf = ({ person, masked }: ShownRow): string => {
  const { sex, status, joined, becameFull, group, partyPost } = person
  const facts = [
    status ? TERMS[status] : '类别未写明',
    sex && { female: '女', male: '男' }[sex],
    joined && `${sayDated(joined)}入党`,
    becameFull && `${sayDated(becameFull)}转正`,
    group,
    partyPost,
    masked,
  ]
  return facts.filter(Boolean).join('，')
}

/** Doubles, people of whom the sheet says nothing, and rows that are no people. */
export const OtherRows = ({ preview }: Props) => {
  const { doubles, unmentioned, passedOver, counts } = preview
  if (counts.doubles + counts.unmentioned + counts.passedOver === 0) return null
  return (
    <Part id="others" title="其余各行">
      <ul className={css.plain}>
        {doubles.map(({ row, sameAs, name }) => (
          <li key={row}>
            第 {row} 行{name}与第 {sameAs} 行是同一人，只收一次。
          </li>
        ))}
        {counts.passedOver > 0 && <li>没有当作党员读的：{sayPassedOver(passedOver)}。</li>}
        {counts.unmentioned > 0 && (
          <li>
            名册上有、表上没有的 {counts.unmentioned} 人，保持不变：
            {unmentioned.slice(0, 30).join('、')}
            {counts.unmentioned > 30 && '等'}。
          </li>
        )}
      </ul>
      {counts.doubles > SHOWN_MOST && <More shown={SHOWN_MOST} all={counts.doubles} />}
    </Part>
  )
}
