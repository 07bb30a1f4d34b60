import { useEffect, useRef } from 'react'
import type { Errors } from './errors.ts'
import css from './notice.module.css'

/**
 * Above a form that was sent with faults: each fault is a link to its field. Takes the focus when faults arrive, so that
 * they are heard.
 */
export const ErrorList = ({
  errors,
  labels,
}: {
  errors: Errors
  labels: Readonly<Record<string, string>>
}) => {
  const box = useRef<HTMLDivElement>(null)
  const faults = Object.entries(errors)
  useEffect(() => {
    if (Object.keys(errors).length > 0) box.current?.focus()
  }, [errors])
  return faults.length === 0 ? null : (
    <div ref={box} className={css.notice} data-kind="refused" role="alert" tabIndex={-1}>
      <p className={css.head}>有 {faults.length} 处需要核对</p>
      <ul>
        {faults.map(([name, message]) => (
          <li key={name}>
            <a href={`#field-${name}`} onClick={(event) => toField(event, name)}>
              {labels[name] ? `${labels[name]}：${message}` : message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const toField = (event: { preventDefault: () => void }, name: string): void => {
  event.preventDefault()
  document.getElementById(`field-${name}`)?.focus()
}
