import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { AreaField, TextField } from '../ui/Field.tsx'
import { changeHandover, type Handover } from './contract.ts'
import css from './Handovers.module.css'

type Props = { sheet: Handover; onChanged: (sheet: Handover) => Promise<void> }

/** What no record tells: promises, where paper lies, a witness. All of it may stay empty. */
export const HandoverAdditions = ({ sheet, onChanged }: Props) => {
  const [promises, setPromises] = useState(sheet.promises.join('\n'))
  const [places, setPlaces] = useState(sheet.places)
  const [witness, setWitness] = useState(sheet.witnessName ?? '')
  const save = useMutation({
    mutationFn: (draw: boolean) => {
      const { endsOn, beginsOn, version } = sheet
      const body = {
        endsOn,
        beginsOn,
        promises: promises.split('\n').filter((line) => line.trim() !== ''),
        places: places.filter(({ item, place }) => item.trim() !== '' && place.trim() !== ''),
        witnessName: witness || null,
        draw,
        version,
      }
      return call(changeHandover, { params: { handover: sheet.id }, body })
    },
    onSuccess: onChanged,
  })
  if (!sheet.permits.change.may) return <Added sheet={sheet} />
  const turn = (at: number, more: Partial<(typeof places)[number]>) =>
    setPlaces(places.map((row, place) => (place === at ? { ...row, ...more } : row)))
  return (
    <section className={css.section} aria-labelledby="additions">
      <h2 id="additions">补写</h2>
      <AreaField
        label="答应过、还没有做完的事"
        name="promises"
        optional
        hint="一行一件；系统里已有的不必再写"
        value={promises}
        onChange={setPromises}
      />
      {places.map(({ item, place }, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          key={at}
          className={css.row}
        >
          <TextField
            label={`材料 ${at + 1}`}
            name={`item.${at}`}
            value={item}
            onChange={(text) => turn(at, { item: text })}
          />
          <TextField
            label={`材料 ${at + 1} 放在哪里`}
            name={`place.${at}`}
            value={place}
            onChange={(text) => turn(at, { place: text })}
          />
        </div>
      ))}
      <span>
        <Act size="xs" onClick={() => setPlaces([...places, { item: '', place: '' }])}>
          加一项纸质材料
        </Act>
      </span>
      <TextField label="监交人" name="witnessName" optional value={witness} onChange={setWitness} />
      {save.error && <Failed error={save.error} />}
      <div className={css.acts}>
        <Act loading={save.isPending} onClick={() => save.mutate(false)}>
          保存补写
        </Act>
        <Act loading={save.isPending} onClick={() => save.mutate(true)}>
          保存并按今天重新汇总
        </Act>
      </div>
    </section>
  )
}

const Added = ({ sheet: { promises, places } }: Pick<Props, 'sheet'>) => (
  <section className={css.section} aria-labelledby="additions">
    <h2 id="additions">补写</h2>
    <dl className={css.facts}>
      <dt>答应过的事</dt>
      <dd>{promises.length === 0 ? '没有' : promises.join('；')}</dd>
      <dt>材料存放</dt>
      <dd>
        {places.length === 0 ? '没有写' : places.map(({ item, place }) => `${item}：${place}`).join('；')}
      </dd>
    </dl>
  </section>
)
