/** One line of the benchmark's table. `reached` is what was measured here, whether or not it meets the goal. */
export type Figure = {
  name: string
  goal: string
  reached: string
  /** The number behind `reached`, in the unit it names, for programs. */
  value: number
  met: boolean
}

export const seconds = (began: number): number => (performance.now() - began) / 1000

export const rounded = (value: number, digits = 2): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits })
