import type { Figure } from './contract.ts'
import { Scroll } from './Scroll.tsx'
import { Whiskers } from './Whiskers.tsx'
import css from './wellbeing.module.css'
import { askedWords, cellWords, KEPT_BACK, rangeWords } from './wording.ts'

/** The scale over the pictures. */
const Scale = () => (
  <span className={css.scale}>
    <span>0</span>
    <span>50</span>
    <span>100</span>
  </span>
)

/** One question whole: who was asked and answered, each choice with its share, its interval and a picture of both. */
export const FigurePart = ({
  figure,
  threshold,
  within = '',
}: {
  figure: Figure
  threshold: number
  /** Tells figures of one name apart for those who hear the page. */
  within?: string
}) => (
  <Scroll label={`${within}${figure.label}`}>
    <table className={css.table}>
      <caption>
        <strong>{figure.label}</strong>　{askedWords(figure, threshold)}
      </caption>
      {figure.choices && figure.choices.length > 0 && (
        <>
          <thead>
            <tr>
              <th scope="col">回答</th>
              <th scope="col">人数</th>
              <th scope="col">占比</th>
              <th scope="col">95% 区间</th>
              <th scope="col" className={css.picture}>
                <Scale />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.choices.map(({ id, text, count, ...share }) => (
              <tr key={id}>
                <th scope="row">{text}</th>
                <td>{count}</td>
                <td>{share.percent}%</td>
                <td>{rangeWords(share)}</td>
                <td className={css.picture}>
                  <Whiskers {...share} />
                </td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </table>
  </Scroll>
)

/** The same question put to several groups, one a line; the first choice has its interval drawn, the others stand beside it. */
export const GroupsTable = ({ title, groups }: { title: string; groups: readonly Figure[] }) => (
  <Scroll label={title}>
    <table className={`${css.table} ${css.groups}`}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">哪些人</th>
          <th scope="col">告知</th>
          <th scope="col">回答</th>
          <th scope="col">各项人数</th>
          <th scope="col">第一项占比和区间</th>
          <th scope="col" className={css.picture}>
            <Scale />
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <GroupRow key={group.entry} group={group} />
        ))}
      </tbody>
    </table>
  </Scroll>
)

const GroupRow = ({ group: { label, asked, answered, choices } }: { group: Figure }) => {
  const first = choices?.[0]
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{cellWords(asked)}</td>
      <td>{cellWords(answered)}</td>
      <td className={css.words}>
        {choices?.map(({ text, count }) => `${text} ${count}`).join('，') ?? KEPT_BACK}
      </td>
      <td>{first ? `${first.percent}%（${rangeWords(first)}）` : ''}</td>
      <td className={css.picture}>{first && <Whiskers {...first} />}</td>
    </tr>
  )
}
