import { UnstyledButton } from '@mantine/core'
import { type DragEvent, useId, useRef, useState } from 'react'
import css from './FileDrop.module.css'

type Props = {
  label: string
  hint: string
  /** As the browser's own chooser takes it: `.xlsx,.xls,.csv`. */
  accept: string
  /** Bytes one file may have; larger ones are named and left out. */
  most: number
  many?: boolean
  busy?: boolean
  onFiles: (files: File[]) => void
}

/** A place to drop files, which is also a button to choose them. What is in them is for the server to judge. */
export const FileDrop = ({ label, hint, accept, most, many = false, busy = false, onFiles }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const told = useId()
  const [over, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState<string[]>([])

  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])].slice(0, many ? undefined : 1)
    const fitting = files.filter(({ size }) => size <= most)
    setTooLarge(files.filter(({ size }) => size > most).map(({ name }) => name))
    if (fitting.length > 0) onFiles(fitting)
  }
  const hover = (event: DragEvent, entering: boolean): void => {
    event.preventDefault()
    setOver(entering)
  }

  return (
    <div>
      <UnstyledButton
        className={css.drop}
        data-over={over || undefined}
        disabled={busy}
        aria-describedby={told}
        onClick={() => input.current?.click()}
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={(event) => {
          hover(event, false)
          take(event.dataTransfer.files)
        }}
      >
        <span className={css.label}>{busy ? '正在读取文件' : label}</span>
        <span className="aside">{hint}</span>
      </UnstyledButton>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={many}
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          currentTarget.value = ''
        }}
      />
      <p id={told} className={css.fault} role="status">
        {tooLarge.length > 0 &&
          `${tooLarge.join('、')} 超过 ${Math.floor(most / 1024 / 1024)} MB，没有放入。请拆分或压缩后再放。`}
      </p>
    </div>
  )
}
