import { Radio } from '@mantine/core'
import { useId, useState } from 'react'
import { Act } from './Act.tsx'
import css from './ConflictView.module.css'

/** A field that two people changed at the same time. */
export type Clash = {
  name: string
  label: string
  mine: string
  theirs: string
  /** Whether both can be kept, one after the other. */
  joins?: boolean
}
export type Side = 'mine' | 'theirs'
/** Where clashes join, both may be kept. */
export type Joining = Side | 'both'

type Props<Kept extends Joining> = {
  clashes: readonly Clash[]
  /** Who saved in between, and when: 王秋兰 11月22日 09:14. */
  by: string
  onSettle: (sides: Readonly<Record<string, Kept>>) => void
  busy?: boolean
}

/** Nothing is overwritten silently: both values stand side by side, and the person says which one holds. */
export const ConflictView = <Kept extends Joining = Side>({
  clashes,
  by,
  onSettle,
  busy = false,
}: Props<Kept>) => {
  const heading = useId()
  const [sides, setSides] = useState<Record<string, Joining>>({})
  const open = clashes.filter(({ name }) => !sides[name]).length
  return (
    <section className={css.conflict} aria-labelledby={heading}>
      <h2 id={heading}>您填写期间，{by}也改过这条记录</h2>
      <p>两处写法都在下面。请逐项选定，选定后再保存。</p>
      {clashes.map(({ name, label, mine, theirs, joins }) => (
        <Radio.Group
          key={name}
          label={label}
          value={sides[name] ?? null}
          onChange={(side) => setSides({ ...sides, [name]: side as Joining })}
        >
          <div className={css.sides}>
            <Radio value="mine" label={mine || '未填'} description="您写的" />
            <Radio value="theirs" label={theirs || '未填'} description="已保存的" />
            {joins && <Radio value="both" label="两处都留" description="一前一后" />}
          </div>
        </Radio.Group>
      ))}
      <Act
        primary
        loading={busy}
        permit={open === 0 ? { may: true } : { may: false, reason: `还有 ${open} 项没有选定` }}
        onClick={() => onSettle(sides as Record<string, Kept>)}
      >
        按选定的保存
      </Act>
    </section>
  )
}
