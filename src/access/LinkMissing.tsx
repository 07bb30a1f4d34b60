import { Link } from '@tanstack/react-router'
import { Alone } from '../ui/Alone.tsx'

const WHERE = {
  首次设置:
    '请回到启动程序的窗口，打开其中完整的首次设置链接。链接自启动起 24 小时内有效，重新启动会换一个新的。',
  启用账号:
    '请打开所在支部组织委员发给您的完整链接。链接在 72 小时内有效，只能用一次；过期的请其重新发给一个。',
} as const

/** Someone came without the part of the link that opens the page. */
export const LinkMissing = ({ what }: { what: keyof typeof WHERE }) => (
  <Alone title={`${what}须用专门的链接打开`} tab={what}>
    <p>{WHERE[what]}</p>
    <p>
      已有账号的，<Link to="/sign-in">去登录</Link>。
    </p>
  </Alone>
)
