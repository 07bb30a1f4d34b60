import { Link } from '@tanstack/react-router'
import { PageHead } from '../ui/PageHead.tsx'

export const NoSuchPage = () => (
  <>
    <PageHead title="没有这个页面" />
    <p>
      地址可能写错了，或记录已不在您的职务范围内。可以回到<Link to="/">今日</Link>。
    </p>
  </>
)
