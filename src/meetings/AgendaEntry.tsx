import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { Act } from '../ui/Act.tsx'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import type { AgendaItem } from './contract.ts'
import type { Fill } from './fill.tsx'
import css from './meetings.module.css'
import { PROMPTS, type Prompt } from './prompts.ts'

/** Each item with what was said, and the differing opinions apart: a record without them would hide that there were any. */
export const AgendaEntry = ({ form, onChange, base }: Fill) => {
  const [kind] = form.parts.map((part) => part.kind)
  const prompts = PROMPTS[kind ?? 'general-meeting']
  const turn = (at: number, more: Partial<AgendaItem>) =>
    onChange({
      ...form,
      agenda: form.agenda.map((item, place) => (place === at ? { ...item, ...more } : item)),
    })
  return (
    <section aria-labelledby="agenda" className={css.section}>
      <h2 id="agenda">议程与发言</h2>
      <PromptNote prompt={prompts.points} />
      {form.agenda.map((item, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
          key={at}
          className={css.item}
        >
          <legend className="unseen">议程 {at + 1}</legend>
          <TextField
            label={`议程 ${at + 1} 标题`}
            name={`agenda.${at}.title`}
            value={item.title}
            onChange={(title) => turn(at, { title })}
          />
          {form.parts.length > 1 && (
            <ChoiceField
              label={`议程 ${at + 1} 属于`}
              value={String(item.part)}
              onChange={(part) => turn(at, { part: Number(part) })}
              choices={form.parts.map((part, place) => ({
                value: String(place + 1),
                label: TERMS[part.kind],
              }))}
            />
          )}
          <AreaField
            label={`议程 ${at + 1} 发言要点`}
            name={`agenda.${at}.points`}
            optional
            most={20_000}
            hint="一人一行，写作“姓名：要点”"
            value={item.points ?? ''}
            onChange={(points) => turn(at, { points })}
          />
          {base.echoes
            .filter((echo) => echo.item === at + 1 && base.agenda[at]?.points === item.points)
            .map((echo) => (
              <p key={echo.meetingId} className="aside">
                这段与 {echo.heldOn}{' '}
                <Link to="/meetings/$meeting" params={{ meeting: echo.meetingId }}>
                  {echo.meetingTitle}
                </Link>{' '}
                的记录一字不差，请看看是否贴错。只有您看得到这句提示。
              </p>
            ))}
          <Differing
            at={at}
            hint={prompts.differing}
            value={item.differing}
            onChange={(differing) => turn(at, { differing })}
          />
          <Act
            size="xs"
            onClick={() => onChange({ ...form, agenda: form.agenda.filter((_, place) => place !== at) })}
          >
            去掉议程 {at + 1}
          </Act>
        </fieldset>
      ))}
      <Act
        onClick={() =>
          onChange({
            ...form,
            agenda: [...form.agenda, { part: 1, title: '', points: null, differing: null }],
          })
        }
      >
        加一项议程
      </Act>
    </section>
  )
}

type Opinion = { at: number; hint: string; value: string | null; onChange: (text: string) => void }

/** Folded while there is none, so that nobody feels asked to write “无”. */
const Differing = ({ at, hint, value, onChange }: Opinion) => {
  const [opened, setOpened] = useState(value !== null)
  if (!opened)
    return (
      <Act size="xs" onClick={() => setOpened(true)}>
        议程 {at + 1} 有不同意见
      </Act>
    )
  return (
    <AreaField
      label={`议程 ${at + 1} 不同意见`}
      name={`agenda.${at}.differing`}
      optional
      most={5_000}
      hint={hint}
      value={value ?? ''}
      onChange={onChange}
    />
  )
}

/** What belongs here and what makes it good: read once, opened when wanted, never put into the field. */
const PromptNote = ({ prompt }: { prompt: Prompt }) => (
  <details className={css.prompt}>
    <summary>{prompt.write}</summary>
    <p>写得好：{prompt.good}</p>
    <p>没有用：{prompt.poor}</p>
  </details>
)
