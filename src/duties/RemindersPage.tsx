import { PageHead } from '../ui/PageHead.tsx'
import { DigestSection } from './DigestSection.tsx'
import { FeedSection } from './FeedSection.tsx'
import css from './RemindersPage.module.css'

/** 提醒: a calendar to subscribe to and a weekly letter; both off until one asks for them. */
export const RemindersPage = () => (
  <>
    <PageHead title="提醒" lead="都由您自己决定开不开。系统不催办，不记录您看没看。" />
    <div className={css.sections}>
      <FeedSection />
      <DigestSection />
    </div>
  </>
)
