import { type LocalUnit, someUnitNames, unitsNamed } from './organs/local-store.ts'

/** The one unit of that name in all organs of the database, or in words why there is none to be had. */
export const onlyUnit = async (
  owner: Parameters<typeof unitsNamed>[0],
  name: string,
): Promise<LocalUnit | string> => {
  const found = await unitsNamed(owner, name)
  if (found.length === 1) return found[0]!
  if (found.length > 1) {
    const where = found.map(({ organName, path }) => `${organName}(${path})`).join('、')
    return `有 ${found.length} 个组织名为「${name.slice(0, 60)}」：${where}。请先在页面上把它们的名称区分开。`
  }
  const names = await someUnitNames(owner)
  const hint =
    names.length > 0
      ? `现有：${names.join('、')}。`
      : '这里还没有建立组织，请先用 npm start 启动，在浏览器里完成首次设置。'
  return `没有名为「${name.slice(0, 60)}」的组织。${hint}`
}
