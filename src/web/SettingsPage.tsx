import { Link } from '@tanstack/react-router'
import { listTraces } from '../audit/contract.ts'
import { readFeedState } from '../duties/reminder-contract.ts'
import { listTemplates } from '../files/contract.ts'
import { listParameters } from '../organs/contract.ts'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import css from './SettingsPage.module.css'

type Setting = { to: string; title: string; says: string; asks: string }

/** 设置 leads to its pages; each is shown to those whose posts open it. */
const SETTINGS: readonly { group: string; settings: readonly Setting[] }[] = [
  {
    group: '我自己',
    settings: [
      { to: '/account', title: '账号与安全', says: '改密码，开启或关闭两步验证。', asks: 'signed-in' },
      {
        to: '/reminders',
        title: '提醒',
        says: '把应做事项放进自己的日历，或每周收一封提要邮件。',
        asks: readFeedState.asks,
      },
    ],
  },
  {
    group: '本单位',
    settings: [
      {
        to: '/parameters',
        title: '本地参数',
        says: '条文留给本地选定的次数、比例和期限。',
        asks: listParameters.asks,
      },
      {
        to: '/templates',
        title: '文书模板',
        says: '会议记录和通知改用本单位自己的 Word 模板。',
        asks: listTemplates.asks,
      },
      {
        to: '/audit',
        title: '改动留痕',
        says: '谁在什么时候改了什么，改前是什么，改后是什么。',
        asks: listTraces.asks,
      },
    ],
  },
]

export const SettingsPage = () => {
  const here = useHere()
  return (
    <>
      <PageHead title="设置" lead={here.unit.name} />
      <div className={css.groups}>
        {SETTINGS.map(({ group, settings }) => (
          <Group
            key={group}
            title={group}
            settings={settings.filter(({ asks }) => here.may(asks, here.unit.path))}
          />
        ))}
      </div>
    </>
  )
}

const Group = ({ title, settings }: { title: string; settings: readonly Setting[] }) =>
  settings.length === 0 ? null : (
    <section className={css.group}>
      <h2>{title}</h2>
      <ul>
        {settings.map(({ to, title, says }) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
            <span className="aside">{says}</span>
          </li>
        ))}
      </ul>
    </section>
  )
