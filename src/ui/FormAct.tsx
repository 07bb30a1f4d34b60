import { Drawer } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Act, type Permit } from './Act.tsx'

type Props = {
  act: string
  /** What the form is about, above it. */
  title: string
  permit?: Permit
  children: (close: () => void) => ReactNode
}

/** An act that asks a few things first: its form opens at the side, the page stays. */
export const FormAct = ({ act, title, permit = { may: true }, children }: Props) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Act permit={permit} onClick={() => setOpen(true)}>
        {act}
      </Act>
      <Drawer opened={open} onClose={() => setOpen(false)} title={title} padding="lg">
        {children(() => setOpen(false))}
      </Drawer>
    </>
  )
}
