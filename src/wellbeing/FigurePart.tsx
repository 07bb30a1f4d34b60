import type { Figure } from './contract.ts'
import { Whiskers } from './Whiskers.tsx'
import css from './wellbeing.module.css'
import { askedWords, rangeWords } from './wording.ts'

/** One question whole: who was asked and answered, each choice with its share, its interval and a picture of both. */
export const FigurePart = ({ figure, threshold }: { figure: Figure; threshold: number }) => (
  <div className={css.scroll}>
    <table className={css.table}>
      <caption>
        {figure.label}　{askedWords(figure, threshold)}
      </caption>
      {figure.choices && figure.choices.length > 0 && (
        <>
          <thead>
            <tr>
              <th scope="col">回答</th>
              <th scope="col">人数</th>
              <th scope="col">占比</th>
              <th scope="col">95% 区间</th>
              <th scope="col">0　　　50　　　100</th>
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
  </div>
)

/** The same question put to several groups, one a line; the first choice has its interval drawn, the others stand beside it. */
export const GroupsTable = ({ title, groups }: { title: string; groups: readonly Figure[] }) => (
  <div className={css.scroll}>
    <table className={css.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">哪些人</th>
          <th scope="col">告知</th>
          <th scope="col">回答</th>
          <th scope="col">各项人数</th>
          <th scope="col">第一项占比和区间</th>
          <th scope="col">0　　　50　　　100</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <GroupRow key={group.entry} group={group} />
        ))}
      </tbody>
    </table>
  </div>
)

const GroupRow = ({ group: { label, asked, answered, choices } }: { group: Figure }) => {
  const first = choices?.[0]
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{asked ?? '不显示'}</td>
      <td>{answered ?? '不显示'}</td>
      <td>{choices?.map(({ text, count }) => `${text} ${count}`).join('，') ?? '不显示'}</td>
      <td>{first ? `${first.percent}%（${rangeWords(first)}）` : ''}</td>
      <td className={css.picture}>{first && <Whiskers {...first} />}</td>
    </tr>
  )
}
