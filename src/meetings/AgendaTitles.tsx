import { Act } from '../ui/Act.tsx'
import { TextField } from '../ui/Field.tsx'
import css from './meetings.module.css'

type Props = { hint: string; titles: readonly string[]; onChange: (titles: string[]) => void }

/** The items of an agenda by their titles alone, one a line; Enter begins the next. */
export const AgendaTitles = ({ hint, titles, onChange }: Props) => (
  <fieldset className={css.items}>
    <legend>
      议程<span className={`${css.beside} aside`}>{hint}</span>
    </legend>
    {titles.map((title, at) => (
      <TextField
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        key={at}
        label={`议程 ${at + 1}`}
        name={`agenda.${at}`}
        optional
        value={title}
        onChange={(text) => onChange(titles.map((each, place) => (place === at ? text : each)))}
      />
    ))}
    <Act size="xs" onClick={() => onChange([...titles, ''])}>
      加一项议程
    </Act>
  </fieldset>
)
