import css from './Guide.module.css'
import type { GuideText } from './guide.ts'

/** 这一步怎么做: closed until asked for, so that whoever knows is not held up. */
export const Guide = ({ of, guide }: { of: string; guide: GuideText }) => (
  <details className={css.guide}>
    <summary>{of}怎么做</summary>
    <div className={css.text}>
      <section>
        <h3>现在要什么</h3>
        <ul>
          {guide.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
        <p>{guide.who}</p>
        <p className="aside">{guide.clauses.map(({ citation }) => citation).join('；')}</p>
      </section>
      <section>
        <h3>记得清楚</h3>
        <p>{guide.good}</p>
        <h3>记得空</h3>
        <p>{guide.poor}</p>
      </section>
    </div>
  </details>
)
