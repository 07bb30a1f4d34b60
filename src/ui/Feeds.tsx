import css from './Feeds.module.css'

type Props = { title?: string; duties: readonly string[]; registers: readonly string[] }

/** What a record will feed, shown at its foot before it is saved: which duties, which registers. */
export const Feeds = ({ title = '保存后会用在哪里', duties, registers }: Props) => (
  <section className={css.feeds} aria-labelledby="feeds">
    <h2 id="feeds">{title}</h2>
    <Line name="应做事项" items={duties} none="不对应任何应做事项" />
    <Line name="台账文书" items={registers} none="不进入台账" />
  </section>
)

const Line = ({ name, items, none }: { name: string; items: readonly string[]; none: string }) => (
  <div className={css.line}>
    <span className={css.name}>{name}</span>
    {items.length === 0 ? (
      <span className="aside">{none}</span>
    ) : (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )}
  </div>
)
