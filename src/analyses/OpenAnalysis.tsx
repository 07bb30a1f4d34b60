import { Drawer } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call, callForFile } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { AnswerForm } from './AnswerForm.tsx'
import css from './analyses.module.css'
import {
  downloadAnalysis,
  type HandedIn,
  openAnalysis,
  PURPOSES,
  type Purpose,
  type Way,
} from './contract.ts'
import { Opinions } from './Opinions.tsx'
import { PURPOSE_WORDS } from './purposes.ts'

type Props = { analysis: string; name: string; way: Way }

/** Opens what was handed in: a purpose is chosen, and choosing it opens. */
export const OpenAnalysis = ({ analysis, name, way }: Props) => {
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState<Purpose>()
  const open = useMutation({
    mutationFn: (chosen: Purpose) => call(openAnalysis, { params: { analysis }, body: { purpose: chosen } }),
    onMutate: setPurpose,
  })
  const close = () => {
    setAsking(false)
    open.reset()
  }
  return (
    <>
      <Act size="xs" onClick={() => setAsking(true)}>
        {way === 'paper' ? '写意见' : '打开'}
        <span className="unseen">：{name}</span>
      </Act>
      <Drawer opened={asking} onClose={close} title={`${name}的党性分析`} padding="lg" size="xl">
        {open.data && purpose ? (
          <Opened seen={open.data} purpose={purpose} />
        ) : (
          <fieldset className={css.choices}>
            <legend>为了什么打开</legend>
            <p className="aside">选一个就打开。谁、什么时候、为了什么，本人看得到。</p>
            <div className={css.acts}>
              {PURPOSES.map((each) => (
                <Act
                  key={each}
                  loading={open.isPending && purpose === each}
                  onClick={() => open.mutate(each)}
                >
                  {PURPOSE_WORDS[each]}
                </Act>
              ))}
            </div>
            {open.error && <Failed error={open.error} />}
          </fieldset>
        )}
      </Drawer>
    </>
  )
}

const Opened = ({ seen, purpose }: { seen: HandedIn; purpose: Purpose }) => {
  const [opinions, setOpinions] = useState(seen.opinions)
  const paper = useMutation({
    mutationFn: () => callForFile(downloadAnalysis, { params: { analysis: seen.id }, body: { purpose } }),
    onSuccess: keepFile,
  })
  // The nearest unit stands first: whoever may answer for the branch answers for it, and for a group only in its leader's place.
  const [own, ...others] = seen.answers.toReversed()
  const form = (unit: HandedIn['answers'][number]) => (
    <AnswerForm
      key={unit.unitId}
      analysis={seen.id}
      unit={unit}
      known={opinions.find(({ unitId }) => unitId === unit.unitId)}
      onGiven={(given) => setOpinions([...opinions.filter(({ unitId }) => unitId !== given.unitId), given])}
    />
  )
  return (
    <div className={css.opened}>
      <p className="aside">
        {seen.periodName}，{sayDay(seen.doneOn)}
        {seen.way === 'paper' ? '收到纸质材料' : '交来'}
      </p>
      {seen.parts.map(({ heading, text }) => (
        <section key={heading} className={css.text}>
          <h3>{heading}</h3>
          <p>{text}</p>
        </section>
      ))}
      <Opinions opinions={opinions.filter(({ unitId }) => unitId !== own?.unitId)} />
      {own && form(own)}
      {others.length > 0 && (
        <details>
          <summary>代党小组写意见</summary>
          {others.map(form)}
        </details>
      )}
      {seen.way === 'handed-in' && (
        <div className={css.acts}>
          <Act loading={paper.isPending} onClick={() => paper.mutate()}>
            下载材料（Word）
          </Act>
          {paper.error && <Failed error={paper.error} />}
        </div>
      )}
    </div>
  )
}
