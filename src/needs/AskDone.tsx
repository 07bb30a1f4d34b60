import { Link } from '@tanstack/react-router'
import { AskFiles } from './AskFiles.tsx'
import css from './public.module.css'

export type Sent = { receipt: string; ticket: string }

/** The receipt, once: it is kept nowhere, so it has to be written down. */
export const AskDone = ({ sent: { receipt, ticket } }: { sent: Sent }) => (
  <>
    <p>您的查询编号是：</p>
    <p className={css.receipt} data-receipt>
      {receipt}
    </p>
    <p>
      <strong>请现在抄在纸上，或者拍下来。</strong>这个编号只显示这一次，丢了找不回来。收在别人看不到的地方。
    </p>
    <p>
      过几天可以在<Link to="/ask/status">这里</Link>输入编号，看办到哪一步。
    </p>
    <AskFiles ticket={ticket} />
  </>
)
