import { useQueryClient } from '@tanstack/react-query'
import { addressOf, call } from '../http/call.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField } from '../ui/Field.tsx'
import { Saved } from '../ui/Saved.tsx'
import css from './analyses.module.css'
import { ownQuery } from './asking.ts'
import { downloadOwnAnalysis, keepAnalysis, MOST_TEXT, type OwnAnalysis } from './contract.ts'
import { DonePart } from './DonePart.tsx'
import { HandIn } from './HandIn.tsx'
import { useKept } from './keeping.tsx'

/** Heading by heading, with what was written a period before beside it. */
export const Writing = ({ own }: { own: OwnAnalysis }) => {
  const queries = useQueryClient()
  const { from } = own
  const know = (known: OwnAnalysis): void => {
    queries.setQueryData(ownQuery(from).queryKey, known)
    if (known.from === known.periods[0]?.from) queries.setQueryData(ownQuery(undefined).queryKey, known)
  }
  const { value, setValue, state, again, failure, now } = useKept(
    own.parts,
    own.version,
    (parts, version) =>
      call(keepAnalysis, {
        params: { from },
        body: { parts: parts.map(({ heading, text }) => ({ heading, text })), version },
      }),
    (parts, version) => know({ ...own, parts, version }),
  )
  const written = value.filter(({ text }) => text.trim() !== '').map(({ heading }) => heading)
  return (
    <div className={css.writing}>
      {own.done && <DonePart own={own} done={own.done} onKnown={know} />}
      {value.map((part) => (
        <div key={part.heading} className={css.part}>
          <AreaField
            label={part.heading}
            name={part.heading}
            optional
            rows={5}
            most={MOST_TEXT}
            hint={part.asked ? undefined : '现在的提纲里没有这个标题，您写过的仍在。'}
            value={part.text}
            onChange={(text) =>
              setValue(value.map((each) => (each.heading === part.heading ? { ...each, text } : each)))
            }
          />
          {part.former && (
            <div className={css.former}>
              <p className="aside">上一次写的</p>
              <p>{part.former}</p>
            </div>
          )}
        </div>
      ))}
      {failure !== null && <Failed error={failure} />}
      <div className={`${css.acts} ${css.foot}`}>
        {!own.done && <HandIn own={own} written={written} keepNow={now} onKnown={know} />}
        <Saved state={state} again={again} />
        {written.length > 0 && (
          <a className={css.download} href={addressOf(downloadOwnAnalysis, { params: { from } })} download>
            下载我的材料（Word）
          </a>
        )}
      </div>
    </div>
  )
}
