import css from './KeyHint.module.css'

/** A key one may press, shown quietly. Hidden where there is no keyboard. */
export const KeyHint = ({ keys, says }: { keys: readonly string[]; says: string }) => (
  <span className={css.hint}>
    {keys.map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
    {says}
  </span>
)
