import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, callForFile } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { refusalIn } from '../ui/errors.ts'
import { FileDrop } from '../ui/FileDrop.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import type { Need } from './contract.ts'
import { addNeedFile, MOST_BYTES, takeNeedFile } from './file-contract.ts'
import type { PartProps } from './part.ts'
import css from './public.module.css'

/** Papers and pictures of the matter. A file is only ever downloaded, never shown in the page. */
export const FilesPart = ({ need }: PartProps) => {
  const queries = useQueryClient()
  const [added, setAdded] = useState<string | null>(null)
  const add = useMutation({
    mutationFn: (files: File[]) => {
      const [file] = files
      if (!file) throw new Error('no file')
      const query = { name: file.name.slice(-100), version: need.version }
      return call(addNeedFile, { params: { need: need.id }, query, file })
    },
    onSuccess: ({ name }) => {
      setAdded(name)
      return queries.invalidateQueries({ queryKey: ['need', need.id] })
    },
  })
  const refusal = refusalIn(add.error)
  const isOpen = need.state !== 'closed' && need.sealedOn === null
  // Of a sensitive matter even the names are words, seen once it is opened.
  if (need.sensitive && need.words === null) return null
  if (!isOpen && need.files.length === 0) return null
  return (
    <section className={css.part} aria-label="材料">
      <h2>材料</h2>
      {need.files.length > 0 && (
        <ul>
          {need.files.map((file) => (
            <FileLine key={file.id} need={need} file={file} />
          ))}
        </ul>
      )}
      {refusal && <RefusalNote refusal={refusal} />}
      {isOpen && (
        <FileDrop
          label="加入一份材料"
          hint="图片、PDF、Word、Excel、OFD，不超过 10 MB。加密保存；图片里的拍摄地点会去掉，原件请另外留好。"
          accept=".jpg,.jpeg,.png,.pdf,.docx,.doc,.xlsx,.xls,.pptx,.ppt,.ofd"
          most={MOST_BYTES}
          busy={add.isPending}
          onFiles={(files) => add.mutate(files)}
        />
      )}
      <p role="status" className="aside">
        {added && `已加入《${added}》。`}
      </p>
    </section>
  )
}

const FileLine = ({ need, file }: { need: Need; file: Need['files'][number] }) => {
  const take = useMutation({
    mutationFn: () =>
      callForFile(takeNeedFile, {
        params: { need: need.id, file: file.id },
        // It was opened with a ground a moment ago; taking a file out is written down anew.
        body: { ground: need.sensitive ? 'handling' : null },
      }),
    onSuccess: keepFile,
  })
  const refusal = refusalIn(take.error)
  return (
    <li>
      <p>
        {file.name ?? '未命名'} <span className="aside">{sizeWords(file.size)}</span>{' '}
        <Act size="compact-sm" loading={take.isPending} onClick={() => take.mutate()}>
          下载
        </Act>
      </p>
      <p className="aside">
        {sayDay(file.addedOn)} {file.addedByName} 交来。校验码：
        <code className={css.code}>{file.fingerprint}</code>
      </p>
      {refusal && <RefusalNote refusal={refusal} />}
    </li>
  )
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
