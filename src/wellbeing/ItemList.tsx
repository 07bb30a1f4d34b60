import { Link } from '@tanstack/react-router'
import { ITEM_KIND_NAMES, type Item } from './contract.ts'
import { progressWords } from './item.ts'
import css from './wellbeing.module.css'

/** What was made of counts, those still open first. */
export const ItemList = ({ items }: { items: readonly Item[] }) => (
  <section className={css.part} aria-labelledby="items">
    <h2 id="items">建议和调研课题</h2>
    {items.length === 0 ? (
      <p className="aside">还没有。常见的问题可以在上面的表里形成建议或课题。</p>
    ) : (
      <ul className={css.list}>
        {items.map((item) => (
          <li key={item.id} className={css.line}>
            <span className="aside">{ITEM_KIND_NAMES[item.kind]}</span>
            <span className={css.what}>
              <Link to="/needs/patterns/$item" params={{ item: item.id }}>
                {item.title}
              </Link>
              <span className="aside">
                {item.year} 年「{item.seen.label}」 · {item.ownerName} · {item.dueOn} 前
              </span>
            </span>
            <span>{progressWords(item)}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
)
