import { useMutation } from '@tanstack/react-query'
import { callForFile } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import type { HereUnit } from '../ui/here.ts'
import { keepFile } from '../ui/keep-file.ts'
import css from './Roster.module.css'
import { handedBackSheet, type RosterPreview } from './roster-contract.ts'
import { asQuery, type Choices } from './roster-review.ts'

type Props = { unit: HereUnit; file: File; preview: RosterPreview; choices: Choices }

/** Rows that cannot be taken, each with every reason at once, and as a sheet to be mended. */
export const HandedBackPart = ({ unit, file, preview, choices }: Props) => {
  const fetching = useMutation({
    mutationFn: () =>
      callForFile(handedBackSheet, { params: { unit: unit.id }, query: asQuery(file.name, choices), file }),
    onSuccess: keepFile,
  })
  const { handedBack, counts } = preview
  if (counts.handedBack === 0) return null
  return (
    <section className={css.part} aria-labelledby="handed-back">
      <h2 id="handed-back">退回 {counts.handedBack} 行</h2>
      <p>这些行不收，其余照收。可以下载退回的行，在表里改好再导入。</p>
      <ul className={css.lines}>
        {handedBack.map(({ row, name, reasons }) => (
          <li key={row}>
            <span className={css.when}>第 {row} 行</span>
            <span className={css.name}>{name || '（没有姓名）'}</span>
            <span>{reasons.join('；')}</span>
          </li>
        ))}
      </ul>
      {counts.handedBack > handedBack.length && (
        <p className="aside">只列出前 {handedBack.length} 行；下载的表里是全部。</p>
      )}
      <div>
        <Act loading={fetching.isPending} onClick={() => fetching.mutate()}>
          下载退回的行
        </Act>
      </div>
      {fetching.error && <Failed error={fetching.error} />}
    </section>
  )
}
