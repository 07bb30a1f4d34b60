import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sayDay } from '../ui/days.ts'
import { AreaField } from '../ui/Field.tsx'
import { useAct } from './asking.tsx'
import { dropLifeOpinions, type LifeRound, openLifeBox } from './contract.ts'
import css from './life-meetings.module.css'
import { Part, Refused } from './Parts.tsx'
import { FEW } from './wording.ts'

/** The box without names: what comes from paper goes in here too, and all comes out at once. */
export const BoxPart = ({ round }: { round: LifeRound }) => {
  const [lines, setLines] = useState('')
  const [asking, setAsking] = useState(false)
  const dropped = useAct(dropLifeOpinions, () => setLines(''))
  const opened = useAct(openLifeBox, () => setAsking(false))
  const { openedOn, eligible } = round.box
  if (openedOn)
    return (
      <Part title="意见箱">
        <p>意见箱已在{sayDay(openedOn)}打开，不再收意见。箱里的意见列在上面，没有作者，也没有先后。</p>
      </Part>
    )
  const slips = lines
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
  return (
    <Part title="意见箱">
      <p>
        党员在「我的」里投入的意见不记名。开箱前看不到有几条、写了什么；开箱后，箱里的意见没有作者、时间和先后。
      </p>
      {eligible !== null && eligible < FEW && (
        <p>
          <strong>支部只有 {eligible} 人能投，从字句就可能看出是谁。</strong>
          人少时，建议改为谈心时当面听取。
        </p>
      )}
      <Refused of={dropped} />
      <AreaField
        label="纸质意见箱里的意见"
        optional
        hint="一行一条，都作为对支委会的意见投入；登记的人也不留名"
        value={lines}
        onChange={setLines}
      />
      <div className={css.acts}>
        <Act
          loading={dropped.busy}
          permit={slips.length > 0 ? { may: true } : { may: false, reason: '先写意见' }}
          onClick={() =>
            dropped.act({
              params: { round: round.id },
              body: { slips: slips.map((text) => ({ about: 'committee' as const, aboutName: null, text })) },
            })
          }
        >
          投入意见箱
        </Act>
        <Act onClick={() => setAsking(true)}>开箱</Act>
      </div>
      <ConfirmDialog
        opened={asking}
        title="要打开意见箱吗？"
        act="开箱"
        busy={opened.busy}
        onAct={() => opened.act({ params: { round: round.id }, body: { version: round.version } })}
        onClose={() => setAsking(false)}
      >
        <p>开箱只有一次，之后不能再投。请等大家都有时间写了以后再开。</p>
        <Refused of={opened} />
      </ConfirmDialog>
    </Part>
  )
}
