import type { ReactNode } from 'react'
import { Act } from './Act.tsx'
import { ErrorList } from './ErrorList.tsx'
import { Failed } from './Failed.tsx'
import type { useSaving } from './saving.ts'

type Props = {
  saving: Pick<ReturnType<typeof useSaving>, 'errors' | 'failure' | 'busy'>
  labels: Readonly<Record<string, string>>
  /** The verb on the button. */
  act: string
  /** Where another act of the page is the primary one. */
  quiet?: boolean
  onSend: () => void
  children: ReactNode
}

/** A form with its faults above and its one act below. */
export const SavedForm = ({ saving, labels, act, quiet = false, onSend, children }: Props) => (
  <form
    className="form"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSend()
    }}
  >
    <ErrorList errors={fieldsOnly(saving.errors)} labels={labels} />
    {saving.failure && <Failed error={saving.failure} />}
    {children}
    <Act primary={!quiet} type="submit" loading={saving.busy}>
      {act}
    </Act>
  </form>
)

const fieldsOnly = ({ version: _, ...errors }: Readonly<Record<string, string>>) => errors
