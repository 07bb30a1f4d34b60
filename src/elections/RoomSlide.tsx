import css from './room.module.css'
import type { Slide } from './slides.ts'

/** One step of the agenda as the whole room reads it. */
export const RoomSlide = ({ slide }: { slide: Slide }) => {
  const { title, numbers, lists, votes, says, citation } = slide
  return (
    <section className={css.slide} aria-live="polite">
      <h1>{title}</h1>
      {numbers.length > 0 && (
        <dl className={css.numbers} data-small={votes.length > 0 || lists.length > 0 || undefined}>
          {numbers.map(({ label, value, mark }) => (
            <div key={label} data-mark={mark}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={css.content} data-beside={votes.length > 0 || undefined}>
        {votes.length > 0 && <Votes votes={votes} />}
        <div className={css.lists}>
          {lists.map(({ label, names }) => (
            <div key={label} className={css.list}>
              <h2>{label}</h2>
              <ul data-long={names.some((name) => name.length > 4) || undefined}>
                {names.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </div>
      {says && <p className={css.says}>{says}</p>}
      {citation && <p className={css.citation}>{citation}</p>}
    </section>
  )
}

const Votes = ({ votes }: Pick<Slide, 'votes'>) => (
  <table className={css.votes} data-many={votes.length > 8 || undefined}>
    <thead>
      <tr>
        <th scope="col">姓名</th>
        <th scope="col">赞成</th>
        <th scope="col">反对</th>
        <th scope="col">弃权</th>
        <th scope="col">
          <span className="unseen">是否当选</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {votes.map(({ name, writtenIn, approve, oppose, abstain, elected }) => (
        <tr key={name} data-elected={elected || undefined}>
          <th scope="row">
            {name}
            {writtenIn && <small>另选</small>}
          </th>
          <td>{approve}</td>
          <td>{writtenIn ? '' : oppose}</td>
          <td>{writtenIn ? '' : abstain}</td>
          <td>{elected && '当选'}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
