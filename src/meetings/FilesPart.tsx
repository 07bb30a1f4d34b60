import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { attachFile, downloadFile, MOST_BYTES, removeFile } from '../files/contract.ts'
import { addressOf, call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Failed } from '../ui/Failed.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import type { Meeting } from './contract.ts'
import css from './meetings.module.css'

type File = Meeting['files'][number]

/** Papers that belong to the record. Never required; a record without any is complete. */
export const FilesPart = ({ meeting, changes }: { meeting: Meeting; changes: boolean }) => {
  const queries = useQueryClient()
  // The form keeps its own copy of the meeting, so the list of files does too.
  const [files, setFiles] = useState(meeting.files)
  const [leaving, setLeaving] = useState<File>()
  const changed = (now: File[]): void => {
    setFiles(now)
    queries.setQueryData(
      ['meeting', meeting.id],
      (known: Meeting | undefined) => known && { ...known, files: now },
    )
  }
  const attach = useMutation({
    mutationFn: async (chosen: globalThis.File[]) => {
      const kept: File[] = []
      for (const file of chosen)
        kept.push(
          await call(attachFile, { params: { meeting: meeting.id }, query: { name: file.name }, file }),
        )
      return kept
    },
    onSuccess: (kept) => changed([...files, ...kept]),
  })
  const remove = useMutation({
    mutationFn: (file: File) =>
      call(removeFile, { params: { file: file.id }, body: { reason: '从会议附件中移除' } }),
    onSuccess: (_, file) => {
      setLeaving(undefined)
      changed(files.filter(({ id }) => id !== file.id))
    },
  })
  if (!changes && files.length === 0) return null
  return (
    <section aria-labelledby="files" className={css.section}>
      <h2 id="files">附件</h2>
      {files.length > 0 && (
        <ul className={css.files}>
          {files.map((file) => (
            <li key={file.id}>
              <a href={addressOf(downloadFile, { params: { file: file.id } })} download>
                {file.name}
              </a>
              <span className="aside">{sizeOf(file.size)}</span>
              {changes && (
                <Act size="xs" onClick={() => setLeaving(file)}>
                  移除
                </Act>
              )}
            </li>
          ))}
        </ul>
      )}
      {changes && (
        <FileDrop
          label="添加附件"
          hint="可不加。Word、Excel、PDF、OFD、照片，每个不超过 20 MB；照片里的位置信息会去掉。涉密材料不要上传。"
          accept=".docx,.doc,.xlsx,.xls,.pptx,.ppt,.pdf,.ofd,.jpg,.jpeg,.png"
          most={MOST_BYTES}
          many
          busy={attach.isPending}
          onFiles={(chosen) => attach.mutate(chosen)}
        />
      )}
      {attach.error && <Failed error={attach.error} />}
      <ConfirmDialog
        opened={leaving !== undefined}
        title={`要移除“${leaving?.name ?? ''}”吗？`}
        act="移除附件"
        busy={remove.isPending}
        onAct={() => leaving && remove.mutate(leaving)}
        onClose={() => setLeaving(undefined)}
      >
        <p>移除后页面上不再显示；谁在何时移除会留痕。</p>
        {remove.error && <Failed error={remove.error} />}
      </ConfirmDialog>
    </section>
  )
}

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`
