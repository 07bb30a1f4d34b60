import { Link } from '@tanstack/react-router'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'

/** 需求办理: what is to be done next stands first. */
export const NeedsPage = () => (
  <>
    <SubWays label="走访与需求" ways={NEED_WAYS} />
    <PageHead title="需求办理" lead="最近要办的排在前面。封存的只显示编号和进度。" />
    <p>
      <Link to="/needs/receive">登记一件需求</Link>
    </p>
  </>
)
