import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'

/** 登记需求: a call, a letter, somebody at the door. */
export const ReceivePage = () => (
  <>
    <SubWays label="走访与需求" ways={NEED_WAYS} />
    <PageHead title="登记需求" lead="先听她说，要紧的几项记下就行，其余可以以后补。" />
  </>
)
