import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import type { Here } from '../ui/here.ts'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import css from './analyses.module.css'
import {
  layOutline,
  listOutlines,
  type Outline,
  type OutlineItem,
  type OutlineKind,
} from './outline-contract.ts'

const TITLES: Record<OutlineKind, string> = { analysis: '党性分析提纲', 'self-check': '自查清单' }

/** 提纲和清单: what the unit asks its members to think about. */
export const OutlinesPart = ({ here }: { here: Here }) => {
  const { unit } = here
  const read = useQuery({
    queryKey: ['outlines', unit.id],
    queryFn: () => call(listOutlines, { params: { unit: unit.id } }),
  })
  const keeper = here.may(layOutline.asks, unit.path)
  return (
    <section aria-labelledby="outlines" className={css.opened}>
      <h2 id="outlines">提纲和清单</h2>
      {read.error && <Failed error={read.error} again={() => void read.refetch()} />}
      {read.data?.outlines.map((outline) => (
        <div key={outline.kind} className={css.choices}>
          <h3>{TITLES[outline.kind]}</h3>
          <p>{outline.items.map(({ text }) => text).join('；')}</p>
          <p className="aside">{whence(outline)}</p>
          {keeper && (
            <FormAct act={`改${TITLES[outline.kind]}`} title={`改${TITLES[outline.kind]}`}>
              {(close) => <OutlineForm unit={unit.id} outline={outline} onDone={close} />}
            </FormAct>
          )}
        </div>
      ))}
      {!keeper && <p className="aside">提纲和清单由书记、副书记或组织委员改。</p>}
    </section>
  )
}

const whence = ({ since, unitName }: Outline): string =>
  since && unitName ? `${unitName}定，${sayDay(since)}起用。` : '现在用内置的，可以改成本单位的。'

type Props = { unit: string; outline: Outline; onDone: () => void }

const OutlineForm = ({ unit, outline, onDone }: Props) => {
  const sourced = outline.kind === 'self-check'
  const [items, setItems] = useState<readonly OutlineItem[]>(outline.items)
  const saving = useSaving(
    layOutline.body,
    (body: { items: OutlineItem[] }) => call(layOutline, { params: { unit, kind: outline.kind }, body }),
    onDone,
  )
  const set = (at: number, more: Partial<OutlineItem>) =>
    setItems(items.map((item, place) => (place === at ? { ...item, ...more } : item)))
  return (
    <SavedForm
      saving={saving}
      labels={{ items: TITLES[outline.kind] }}
      act="从今天起用"
      onSend={() => saving.save({ items: items.filter(({ text }) => text.trim() !== '') })}
    >
      <p className="aside">改了以后，从前写的仍留在从前的标题下。</p>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={at} className={sourced ? css.line : undefined}>
          <TextField
            label={`第 ${at + 1} 条`}
            name={`items.${at}.text`}
            optional
            value={item.text}
            onChange={(text) => set(at, { text })}
          />
          {sourced && (
            <TextField
              label={`第 ${at + 1} 条出处`}
              name={`items.${at}.source`}
              optional
              value={item.source ?? ''}
              onChange={(source) => set(at, { source: orNull(source) })}
            />
          )}
        </div>
      ))}
      <Act size="xs" onClick={() => setItems([...items, { text: '', source: null }])}>
        加一条
      </Act>
    </SavedForm>
  )
}
