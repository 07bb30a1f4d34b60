import { Link } from '@tanstack/react-router'
import { Empty } from '../ui/Empty.tsx'

export const NoSuchPage = () => (
  <Empty title="没有这个页面">
    <title>没有这个页面 · 知行</title>
    <p>
      地址可能写错了，或记录已不在您的职务范围内。可以回到<Link to="/">今日</Link>。
    </p>
  </Empty>
)
