import { Act } from '../ui/Act.tsx'
import { refusalIn } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import type { HereUnit } from '../ui/here.ts'
import { HandedBackPart } from './HandedBackPart.tsx'
import css from './Roster.module.css'
import type { RosterPreview } from './roster-contract.ts'
import { type Choices, permitToAccept, sayCounts } from './roster-review.ts'
import { SheetColumns } from './SheetColumns.tsx'
import { ChangedPart, DoubtPart, NewPart, OtherRows, UnsurePart } from './SheetFindings.tsx'
import { Waiting } from './Waiting.tsx'

type Props = {
  unit: HereUnit
  file: File
  preview: RosterPreview
  choices: Choices
  onChoose: (change: Partial<Choices>) => void
  /** The sheet is being read again with the latest choice; what stands here is the reading before it. */
  rereading: boolean
  accepting: boolean
  failure: unknown
  onAccept: (preview: RosterPreview) => void
  onAgain: () => void
  onOther: () => void
}

/** The reading of a sheet, in the order in which one checks it, and at its foot the decision. */
export const SheetReview = (props: Props) => {
  const { unit, file, preview, choices, onChoose, rereading, accepting, failure } = props
  const { onAccept, onAgain, onOther } = props
  return (
    <div aria-busy={rereading || accepting}>
      <section className={css.part} aria-labelledby="read">
        <h2 id="read">{file.name}</h2>
        <p className={css.sum} role="status">
          {rereading ? '正在按新的选择再读一遍' : (preview.obstacle ?? sayCounts(preview))}
        </p>
        {preview.otherBranch && (
          <p className={css.notice}>
            表中所在党支部写作「{preview.otherBranch}」，将导入「{unit.name}」。请确认选对了支部。
          </p>
        )}
        {preview.counts.open > 0 || choices.presumed ? (
          <Presumption preview={preview} choices={choices} onChoose={onChoose} />
        ) : null}
      </section>

      <SheetColumns preview={preview} choices={choices} onChoose={onChoose} />
      <DoubtPart preview={preview} />
      <UnsurePart preview={preview} choices={choices} onChoose={onChoose} />
      <HandedBackPart unit={unit} file={file} preview={preview} choices={choices} />
      <ChangedPart preview={preview} />
      <NewPart preview={preview} />
      <OtherRows preview={preview} />

      <div className={css.foot}>
        {failure ? <Failed error={failure} /> : null}
        {accepting ? (
          <Waiting what="正在写入" hint="写完之前什么都不会留下一半；写完会显示结果。" />
        ) : (
          <div className={css.acts}>
            {isStale(failure) ? (
              <Act primary onClick={onAgain}>
                重新预览
              </Act>
            ) : (
              <Act
                primary
                loading={rereading}
                permit={permitToAccept(preview)}
                onClick={() => onAccept(preview)}
              >
                接受导入
              </Act>
            )}
            <Act onClick={onOther}>换一份表</Act>
          </div>
        )}
      </div>
    </div>
  )
}

const isStale = (failure: unknown): boolean =>
  ['stale', 'conflict'].includes(refusalIn(failure)?.refused ?? '')

const Presumption = ({ preview, choices, onChoose }: Pick<Props, 'preview' | 'choices' | 'onChoose'>) => (
  <div className={css.question}>
    <ChoiceField
      label="没有写明类别的人，按哪一种党员收"
      hint={
        preview.counts.open > 0
          ? `有 ${preview.counts.open} 人没有写明是正式党员还是预备党员，也没有转正时间。表决基数由此而定，不代为推断。`
          : '已按所选收。个别不同的人，导入后可在个人信息里更正。'
      }
      value={choices.presumed ?? ''}
      onChange={(presumed) => onChoose({ presumed: presumed as 'full' | 'probationary' })}
      choices={[
        { value: 'full', label: '正式党员' },
        { value: 'probationary', label: '预备党员' },
      ]}
    />
  </div>
)
