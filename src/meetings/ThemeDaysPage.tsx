import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { addressOf } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { type HereUnit, useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { themeYearQuery } from './asking.ts'
import { planMeeting } from './contract.ts'
import { meetingGuides } from './guide.ts'
import { isRecorded } from './held.ts'
import css from './meetings.module.css'
import { StageMark } from './StageMark.tsx'
import { ThemeMonthForm } from './ThemeMonthForm.tsx'
import { ThemeRuleForm } from './ThemeRuleForm.tsx'
import { ThemeYearForm } from './ThemeYearForm.tsx'
import { downloadThemeList, type ThemeMonth, type ThemeYear } from './theme-contract.ts'
import { THEME_FORMS } from './theme-days.ts'
import { todayHere } from './today.ts'

type Doing = 'reading' | 'fixing' | 'year' | number

/** 主题党日: the fixed day, and the year by month with theme, who prepares what, and the gathering. */
export const ThemeDaysPage = () => {
  const { unit, may } = useHere()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const thisYear = todayHere().year
  const { year = thisYear } = useSearch({ from: '/frame/theme-days' })
  const themes = useSuspenseQuery(themeYearQuery(unit.id, year)).data
  const [doing, setDoing] = useState<Doing>('reading')
  const plans = may(planMeeting.asks, unit.path)
  const permit = plans ? ({ may: true } as const) : ({ may: false, reason: OTHERS } as const)
  const close = () => setDoing('reading')
  const saved = async (answer: ThemeYear) => {
    queries.setQueryData(themeYearQuery(unit.id, answer.year).queryKey, answer)
    close()
    await queries.invalidateQueries({ queryKey: ['theme-days'] })
  }
  const form = { unit, themes, onSaved: saved, onBack: close }
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      <PageHead title="主题党日" lead={unit.name}>
        <Act
          primary={doing === 'reading'}
          permit={permit}
          onClick={() => void navigate({ to: '/meetings/plan', search: { kind: 'theme-day', of: unit.id } })}
        >
          筹备主题党日
        </Act>
        <a
          className={css.download}
          href={addressOf(downloadThemeList, { params: { unit: unit.id }, query: { year } })}
          download
        >
          下载 {year} 年一览表
        </a>
      </PageHead>
      <div className={css.record} data-wide>
        <Guide of="主题党日" guide={meetingGuides.themeDays} />
        {doing === 'fixing' ? (
          <ThemeRuleForm {...form} />
        ) : (
          <FixedDay themes={themes} plans={plans} onChange={() => setDoing('fixing')} />
        )}
        <div className={css.filters}>
          <ChoiceField
            label="年份"
            value={String(year)}
            onChange={(chosen) => void navigate({ to: '/theme-days', search: { year: Number(chosen) } })}
            choices={[1, 0, -1, -2, -3].map((ahead) => ({
              value: String(thisYear + ahead),
              label: `${thisYear + ahead} 年`,
            }))}
          />
        </div>
        {doing === 'year' ? (
          <ThemeYearForm key={year} {...form} />
        ) : (
          <section className={css.section} aria-labelledby="months">
            <h2 id="months">{year} 年各月</h2>
            {!themes.published && themes.rule && (
              <p className="aside">
                {year} 年的放假安排还没有公布，现在只按周一至周五推算，公布后再核对一次。
              </p>
            )}
            <ul className={css.tasks}>
              {themes.months.map((month) =>
                doing === month.month ? (
                  <li key={month.month}>
                    <ThemeMonthForm {...form} month={month} />
                  </li>
                ) : (
                  <Month
                    key={month.month}
                    unit={unit}
                    year={year}
                    month={month}
                    plans={plans && doing === 'reading'}
                    onChange={() => setDoing(month.month)}
                  />
                ),
              )}
            </ul>
            {doing === 'reading' && plans && (
              <div className={css.acts}>
                <Act onClick={() => setDoing('year')}>一次排好全年主题</Act>
              </div>
            )}
          </section>
        )}
      </div>
    </>
  )
}

const OTHERS = '由支委会成员或党小组长安排'

type Fixed = { themes: ThemeYear; plans: boolean; onChange: () => void }

const FixedDay = ({ themes: { rule, rules }, plans, onChange }: Fixed) => (
  <section className={css.section} aria-labelledby="fixed">
    <h2 id="fixed">固定的日子</h2>
    {rule ? (
      <dl className={css.facts}>
        <dt>日子</dt>
        <dd>
          {rule.words}
          <span className={`${css.beside} aside`}>自 {readable(day(rule.since))} 起，逢不上班顺延</span>
        </dd>
        <dt>固定环节</dt>
        <dd>{rule.fixedParts.length === 0 ? '没有' : rule.fixedParts.join('、')}</dd>
        {rules
          .filter(({ since }) => since > rule.since && since > todayHere().toString())
          .map(({ since, words, fixedParts }) => (
            <Fragment key={since}>
              <dt>改为</dt>
              <dd>
                {words}，{fixedParts.length === 0 ? '没有固定环节' : `固定环节：${fixedParts.join('、')}`}
                <span className={`${css.beside} aside`}>自 {readable(day(since))} 起</span>
              </dd>
            </Fragment>
          ))}
      </dl>
    ) : (
      <p>还没有固定日子。定一次以后，每月的日期和固定环节自动带出。</p>
    )}
    {plans && (
      <div className={css.acts}>
        <Act onClick={onChange}>{rule ? '改日子或固定环节' : '固定日子'}</Act>
      </div>
    )}
  </section>
)

type Line = { unit: HereUnit; year: number; month: ThemeMonth; plans: boolean; onChange: () => void }

const Month = ({ unit, year, month, plans, onChange }: Line) => {
  const { meeting, theme, parts, form } = month
  const own = parts.filter(({ fixed, ownerId }) => !fixed || ownerId !== null)
  const over = meeting !== null && isRecorded(meeting)
  const first = `${year}-${String(month.month).padStart(2, '0')}-01`
  const past = first.slice(0, 7) < todayHere().toString().slice(0, 7)
  return (
    <li className={css.month}>
      <span className={css.when}>
        {month.month}月
        <span className="aside">
          {meeting
            ? readable(day(meeting.heldOn)).slice(5)
            : month.day
              ? readable(day(month.day)).slice(5)
              : ''}
        </span>
      </span>
      <span className={css.what}>
        <span>{meeting?.topic ?? theme ?? meeting?.title ?? '未定主题'}</span>
        {!meeting && month.moved && <span className="aside">{month.moved}</span>}
        {(form || own.length > 0) && (
          <span className="aside">
            {[form && THEME_FORMS[form], ...own.map(partWords)].filter(Boolean).join('；')}
          </span>
        )}
        {month.preparerName && <span className="aside">准备人 {month.preparerName}</span>}
      </span>
      <span className={css.stage}>
        {meeting && (
          <>
            <StageMark stage={meeting.stage} late={false} />
            <Link to="/meetings/$meeting" params={{ meeting: meeting.id }}>
              {over ? '看记录' : '去记录'}
            </Link>
          </>
        )}
        {!meeting && past && <span className="aside">没有记录</span>}
        {!meeting && plans && (
          <Link to="/meetings/plan" search={{ kind: 'theme-day', of: unit.id, on: month.day ?? first }}>
            {past ? '补记' : '筹备'}
          </Link>
        )}
        {plans && !over && (
          <Act size="xs" onClick={onChange}>
            {theme ? '改' : '定主题'}
            <span className="unseen">：{month.month}月</span>
          </Act>
        )}
      </span>
    </li>
  )
}

const partWords = ({ title, ownerName, readyOn }: ThemeMonth['parts'][number]): string =>
  `${title}${ownerName ? `（${ownerName}${readyOn ? '，已准备好' : ''}）` : ''}`
