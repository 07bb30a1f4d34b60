import css from './Archives.module.css'

type Listed = { id: string; title: string; records: number | null }

/** The chapters in the book's order, with how much each would be drawn from. */
export const ChapterList = ({
  chapters,
  notKept,
}: {
  chapters: readonly Listed[]
  notKept: readonly string[]
}) => (
  <section aria-labelledby="chapters">
    <h2 id="chapters">手册里有什么</h2>
    <ol className={css.chapters}>
      {chapters.map(({ id, title, records }) => (
        <li key={id}>
          <span>{title}</span> <span className={records ? css.count : css.gap}>{worded(id, records)}</span>
        </li>
      ))}
    </ol>
    <p className="aside">以下台账不在本系统内，手册末尾会写明：{notKept.join('、')}。</p>
  </section>
)

const worded = (id: string, records: number | null): string => {
  if (records === null) return '您的职务不能看，不列入'
  if (records === 0) return '本年没有记录'
  return id === 'overview' || id === 'calendar' ? '有' : `${records} 条`
}
