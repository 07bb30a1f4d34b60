import { fieldName } from '../glossary.ts'
import { dayOf } from '../kernel/day.ts'
import type { Meeting } from './contract.ts'
import css from './meetings.module.css'

/** What the record said before, beside what it says now. */
export const Amendments = ({ amendments }: { amendments: Meeting['amendments'] }) =>
  amendments.length === 0 ? null : (
    <section aria-labelledby="amendments" className={css.section}>
      <h2 id="amendments">更正</h2>
      <ol className={css.spoken}>
        {amendments.map(({ id, field, subject, was, becomes, reason, byName, at }) => (
          <li key={id}>
            <h3>
              {AMENDED[field] ?? fieldName(field)}
              {subject && `：${subject}`}
            </h3>
            {field !== 'other' && (
              <p className={css.prose}>
                <span className="aside">原记</span> {was || '未填'}
              </p>
            )}
            <p className={css.prose}>
              <span className="aside">更正为</span> {becomes}
            </p>
            <p className="aside">
              {reason} · {byName ?? '未记'} {dayOf(Temporal.Instant.from(at)).toString()}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )

/** What may be amended, as forms and lists call it. */
export const AMENDED: Readonly<Record<string, string>> = {
  title: '标题',
  place: '地点',
  points: '发言要点',
  differing: '不同意见',
  attendance: '到会情况',
  resolution: '决议',
  heldOn: '召开日期',
  other: '其他',
}
