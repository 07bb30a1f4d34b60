import { TERMS } from '../glossary.ts'
import { Act } from '../ui/Act.tsx'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import type { Vote } from './contract.ts'
import type { Counts } from './counts.ts'
import type { Fill } from './fill.tsx'
import { savable } from './form.ts'
import { Judged } from './Judged.tsx'
import { decides } from './kinds.ts'
import css from './meetings.module.css'
import { PROMPTS } from './prompts.ts'

const VOTES = [
  ['approve', '赞成'],
  ['oppose', '反对'],
  ['abstain', '弃权'],
] as const

/** Resolutions with their votes; the rules' word on each follows from the saved draft, clause and numbers with it. */
export const ResolutionsEntry = ({ form, onChange, base, errors, counts }: Fill & { counts: Counts }) => {
  const deciding = form.parts.flatMap((part, at) =>
    decides(part.kind) ? [{ ...part, ordinal: at + 1 }] : [],
  )
  const [first] = deciding
  const turn = (at: number, more: Partial<Vote>) =>
    onChange({
      ...form,
      resolutions: form.resolutions.map((vote, place) => (place === at ? { ...vote, ...more } : vote)),
    })
  const kept = savable(form).resolutions
  const judgedOf = (vote: Vote) => {
    const known = base.resolutions[kept.indexOf(vote)]
    const same =
      known && VOTES.every(([name]) => known[name] === vote[name]) && known.present === counts.votingPresent
    return same ? known : undefined
  }
  return (
    <section aria-labelledby="resolutions" className={css.section}>
      <h2 id="resolutions">决议与表决</h2>
      {form.resolutions.map((vote, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a resolution is its place
          key={at}
          className={css.item}
        >
          <legend className="unseen">决议 {at + 1}</legend>
          <AreaField
            label={`决议 ${at + 1} 内容`}
            name={`resolutions.${at}.text`}
            most={2000}
            hint={PROMPTS[first?.kind ?? 'general-meeting'].resolution}
            value={vote.text}
            onChange={(text) => turn(at, { text })}
          />
          {deciding.length > 1 && (
            <ChoiceField
              label={`决议 ${at + 1} 属于`}
              value={String(vote.part)}
              onChange={(part) => turn(at, { part: Number(part) })}
              choices={deciding.map(({ kind, ordinal }) => ({ value: String(ordinal), label: TERMS[kind] }))}
            />
          )}
          <div className={css.votes}>
            {VOTES.map(([name, label]) => (
              <TextField
                key={name}
                label={`决议 ${at + 1} ${label}票`}
                name={`resolutions.${at}.${name}`}
                inputMode="numeric"
                className={css.number}
                error={name === 'approve' ? errors[`resolutions.${at}.approve`] : undefined}
                value={vote[name] === null ? '' : String(vote[name])}
                onChange={(text) => turn(at, { [name]: countOf(text) })}
              />
            ))}
            <Act
              permit={counts.notStated > 0 ? { may: false, reason: '先填到会情况' } : { may: true }}
              onClick={() => turn(at, { approve: counts.votingPresent, oppose: 0, abstain: 0 })}
            >
              到会 {counts.votingPresent} 人全部赞成
            </Act>
          </div>
          <Judged resolution={judgedOf(vote)} waiting={counts.notStated > 0 || vote.approve === null} />
          <Act
            size="xs"
            onClick={() =>
              onChange({ ...form, resolutions: form.resolutions.filter((_, place) => place !== at) })
            }
          >
            去掉决议 {at + 1}
          </Act>
        </fieldset>
      ))}
      <Act
        onClick={() =>
          onChange({
            ...form,
            resolutions: [
              ...form.resolutions,
              { part: first?.ordinal ?? 1, text: '', approve: null, oppose: null, abstain: null },
            ],
          })
        }
      >
        加一项决议
      </Act>
    </section>
  )
}

/** What was typed as a count; nothing while it is none. */
const countOf = (text: string): number | null => {
  const digits = text.replace(/\D/g, '').slice(0, 6)
  return digits === '' ? null : Number(digits)
}
