import { FormAct } from '../ui/FormAct.tsx'
import { CATEGORY_NAMES } from './kinds.ts'
import type { PartProps } from './part.ts'
import css from './queue.module.css'
import { WordsForm } from './WordsForm.tsx'

/** What she said and who she is, as far as she told it; open to correction as long as the matter is. */
export const WordsPart = ({ need, onOpened }: PartProps) => {
  const { words } = need
  if (!words) return null
  const { asker } = words
  const facts = [
    ['什么事', words.line],
    ['类别', need.category ? CATEGORY_NAMES[need.category] : ''],
    ['所在地', need.area ?? ''],
    ['情况', words.facts],
    ['诉求', words.wish],
    ['以前找过谁', words.before],
    ['本人', need.anonymous ? '匿名' : asker.name],
    ['电话', asker.phone],
    ['联系说明', asker.note],
  ] as const
  const over = need.state === 'closed' || need.sealedOn !== null
  return (
    <section className={css.part} aria-labelledby="words">
      <h2 id="words">她说的</h2>
      <dl className={css.facts}>
        {facts.flatMap(([name, value]) =>
          value === '' ? [] : [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>],
        )}
      </dl>
      <FormAct
        act="补充、更正"
        title={`更正需求内容`}
        permit={over ? { may: false, reason: '已经办结或封存，不再更改' } : { may: true }}
      >
        {(close) => <WordsForm need={need} words={words} onOpened={onOpened} onDone={close} />}
      </FormAct>
    </section>
  )
}
