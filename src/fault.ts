/** Something that keeps the system from running: one line in Chinese that says what, why and what puts it right. */
export class Fault extends Error {
  override name = 'Fault'
  /** The exit status of a process that ends by it: 2 for a wrong call or setting, 1 for all else. */
  readonly status: 1 | 2
  constructor(message: string, status: 1 | 2 = 1) {
    super(message)
    this.status = status
  }
}

/** The code that the operating system or PostgreSQL gave to an error, e.g. `ENOSPC` or `28P01`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
