import css from './wellbeing.module.css'

type Props = { percent: number; least: number; most: number }

const WIDTH = 200
const EDGE = 6
const MIDDLE = 12

const at = (percent: number): number => EDGE + (percent * (WIDTH - 2 * EDGE)) / 100

/** A share as a point, its 95 % interval as a line with ends, on a scale from 0 to 100. The numbers stand in the table beside it. */
export const Whiskers = ({ percent, least, most }: Props) => (
  <svg className={css.whiskers} viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
    {[0, 50, 100].map((mark) => (
      <line key={mark} className={css.axis} x1={at(mark)} x2={at(mark)} y1={20} y2={24} />
    ))}
    <line className={css.axis} x1={at(0)} x2={at(100)} y1={23.5} y2={23.5} />
    <line className={css.reach} x1={at(least)} x2={at(most)} y1={MIDDLE} y2={MIDDLE} />
    {[least, most].map((end, side) => (
      <line
        key={side === 0 ? 'least' : 'most'}
        className={css.reach}
        x1={at(end)}
        x2={at(end)}
        y1={MIDDLE - 5}
        y2={MIDDLE + 5}
      />
    ))}
    <rect className={css.point} x={at(percent) - 3} y={MIDDLE - 4} width={6} height={8} />
  </svg>
)
