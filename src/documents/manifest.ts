import { z } from 'zod'

export const MANIFEST = 'manifest.json'
export const READABLE = '清单.txt'

/** What stands in an archive beside its files: each with its digest, and nothing that would change when it is made again. */
export const Manifest = z.object({
  format: z.literal('zhixing-archive-1'),
  organ: z.string(),
  unit: z.string(),
  year: z.number().int(),
  files: z.array(
    z.object({
      path: z.string(),
      size: z.number().int(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      number: z.string().nullable(),
      class: z.string().nullable(),
      retention: z.string().nullable(),
      title: z.string().nullable(),
      on: z.string().nullable(),
    }),
  ),
  /** What belongs to the set and is not in it, with the reason. */
  missing: z.array(z.object({ title: z.string(), because: z.string() })).optional(),
})
export type Manifest = z.infer<typeof Manifest>

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`

/** The same for people, and for `sha256sum -c`, which passes over lines that begin with #. */
export const readableText = ({ organ, unit, year, files, missing = [] }: Manifest): string =>
  [
    `# ${organ} ${unit} ${year}年归档文件清单`,
    `# 共 ${files.length} 个文件。每行是文件的 SHA-256 校验值和它在归档中的位置。`,
    '# 核对：npm run -s zhixing -- archive verify <归档.zip>，或解压后用 sha256sum -c。',
    ...missing.map(({ title, because }) => `# 没有：${title}。${because}`),
    ...files.map(({ sha256, path }) => `${sha256}  ${path}`),
    '',
  ].join('\n')

/** A file as it was found. */
export type Found = { path: string; size: number; sha256: string }

export type Difference = { path: string; says: 'missing' | 'changed' | 'unlisted' }

/** What an archive's files and its manifest disagree about. */
export const differences = ({ files }: Manifest, found: readonly Found[]): Difference[] => {
  const there = new Map(found.map((file) => [file.path, file]))
  const listed = new Set(files.map(({ path }) => path))
  return [
    ...files.flatMap(({ path, sha256 }): Difference[] => {
      const file = there.get(path)
      if (!file) return [{ path, says: 'missing' }]
      return file.sha256 === sha256 ? [] : [{ path, says: 'changed' }]
    }),
    ...found
      .filter(({ path }) => path !== MANIFEST && !path.endsWith('/') && !listed.has(path))
      .map(({ path }): Difference => ({ path, says: 'unlisted' })),
  ]
}
