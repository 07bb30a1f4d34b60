import { type Difference, differences, type Found, type Manifest } from '../documents/manifest.ts'

export const ARCHIVE_USAGE = 'archive verify <归档.zip>'

const SAYS: Readonly<Record<Difference['says'], string>> = {
  missing: '缺失',
  changed: '与清单不一致',
  unlisted: '清单中没有',
}

/** What is told of an archive that was read, and the exit code: 0 where all agree, 1 where something differs. */
export const verdict = (manifest: Manifest, found: readonly Found[]): { code: 0 | 1; out: string } => {
  const wrong = differences(manifest, found)
  const of = `${manifest.organ} ${manifest.unit} ${manifest.year}年归档`
  if (wrong.length === 0) return { code: 0, out: `${of}：${manifest.files.length} 个文件与清单一致\n` }
  const lines = wrong.map(({ path, says }) => `${SAYS[says]}：${path}`)
  return { code: 1, out: [`${of}：${wrong.length} 处与清单不符`, ...lines, ''].join('\n') }
}
