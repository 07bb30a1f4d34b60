import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import css from './Act.module.css'
import { given } from './given.ts'

/** Whether an act may be done now, and if not, why: computed by pure files, never by a component. */
export type Permit = { may: true } | { may: false; reason: string }

type Props = Pick<ButtonProps, 'loading' | 'size'> & {
  permit?: Permit
  /** The one primary act of the page, in red. */
  primary?: boolean
  type?: 'button' | 'submit'
  onClick?: () => void
  children: ReactNode
}

const REFUSED = { type: 'button', 'aria-disabled': true, 'data-disabled': true } as const

/** A button that says beside itself why it cannot be pressed. It stays reachable by keyboard, so that the reason is heard. */
export const Act = ({
  permit = { may: true },
  primary = false,
  type = 'button',
  onClick,
  children,
  ...button
}: Props) => {
  const reason = useId()
  return (
    <span className={css.act}>
      <Button
        {...button}
        variant={primary ? 'filled' : 'default'}
        {...(permit.may ? given({ type, onClick }) : { ...REFUSED, 'aria-describedby': reason })}
      >
        {children}
      </Button>
      {!permit.may && (
        <span id={reason} className="aside">
          {permit.reason}
        </span>
      )}
    </span>
  )
}
