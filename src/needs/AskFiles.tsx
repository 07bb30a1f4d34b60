import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { refusalIn } from '../ui/errors.ts'
import { FileDrop } from '../ui/FileDrop.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { MOST_BYTES, MOST_PUBLIC_FILES } from './file-contract.ts'
import css from './public.module.css'
import { addPublicFile } from './public-contract.ts'

type Added = { name: string; fingerprint: string }

/** Pictures and papers to a matter that was sent; each is checked, and its fingerprint shown. */
export const AskFiles = ({ ticket }: { ticket: string }) => {
  const [added, setAdded] = useState<readonly Added[]>([])
  const add = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        const kept = await call(addPublicFile, { query: { ticket, name: file.name.slice(-100) }, file })
        setAdded((before) => [...before, kept])
      }
    },
  })
  const refusal = refusalIn(add.error)
  return (
    <section className={css.files}>
      <h2>有照片或文件要交吗（可以不交）</h2>
      {refusal && <RefusalNote refusal={refusal} />}
      {added.length < MOST_PUBLIC_FILES && (
        <FileDrop
          label="选照片或文件"
          hint={`最多 ${MOST_PUBLIC_FILES} 个，每个不超过 10 MB。照片、PDF、Word 文件都可以。照片里的拍摄地点会去掉。`}
          accept=".jpg,.jpeg,.png,.pdf,.docx"
          most={MOST_BYTES}
          many
          busy={add.isPending}
          onFiles={(files) => add.mutate(files.slice(0, MOST_PUBLIC_FILES - added.length))}
        />
      )}
      <ul aria-live="polite">
        {added.map(({ name, fingerprint }) => (
          <li key={fingerprint}>
            已收到《{name}》
            <details>
              <summary>校验码</summary>
              <code className={css.code}>{fingerprint}</code>
            </details>
          </li>
        ))}
      </ul>
      {added.length > 0 && <p className="aside">原来的照片和文件请自己留好，以后可能用得上。</p>}
    </section>
  )
}
