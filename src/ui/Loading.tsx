import css from './notice.module.css'

/** The skeleton of a list, shown when an answer takes longer than a moment. */
export const Loading = ({ lines = 6, what = '页面' }: { lines?: number; what?: string }) => (
  <div className={css.lines} role="status">
    <span className="unseen">正在读取{what}</span>
    {Array.from({ length: lines }, (_, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
      <div key={line} className={css.line} />
    ))}
  </div>
)
