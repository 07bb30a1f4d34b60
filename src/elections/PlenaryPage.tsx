import { Link } from '@tanstack/react-router'
import { ElectionFrame } from './ElectionFrame.tsx'
import { MeetingOf } from './ElectionMeetingPage.tsx'
import css from './elections.module.css'

/** 第一次全体会议: the new committee elects its heads, by the same steps as the members' meeting. */
export const PlenaryPage = () => (
  <ElectionFrame part="第一次全体会议" within="选后">
    {({ id }) => (
      <>
        <p className={css.back}>
          <Link to="/elections/$election/after" params={{ election: id }}>
            选后
          </Link>
          {' · 第一次全体会议'}
        </p>
        <MeetingOf election={id} body="committee" />
      </>
    )}
  </ElectionFrame>
)
