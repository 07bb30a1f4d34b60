import { Act } from '../ui/Act.tsx'
import css from './handling.module.css'

/** The link, shown this once: it is kept nowhere. */
export const HandedLink = ({ link, onDone }: { link: string; onDone: () => void }) => (
  <div className="form">
    <p>请把下面这个链接交给本人。它只显示这一次，三十天内有效，用一次就失效。</p>
    <code className={css.link}>{`${location.origin}${link}`}</code>
    <p className="aside">
      打开的页面上只有编号和月份，没有姓名、内容和结果：结果要写在给她的消息里。答不答复由本人决定，不用催。
    </p>
    <Act onClick={onDone}>已经交给本人</Act>
  </div>
)
