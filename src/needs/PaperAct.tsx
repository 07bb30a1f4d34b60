import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callForFile } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { GROUNDS, type Need } from './contract.ts'
import { GROUND_NAMES } from './grounds.ts'
import { makeNeedPaper, type NeedPaper } from './paper-contract.ts'

type Props = { need: Need; paper: NeedPaper; referral?: string; children: string }

/** A paper of the matter as a Word file; of a sensitive one, and for a copy, a ground is chosen first. */
export const PaperAct = (props: Props) =>
  props.need.sensitive || props.paper === 'copy' ? (
    <FormAct act={`${props.children}…`} title={props.children}>
      {(close) => <GroundForm {...props} onDone={close} />}
    </FormAct>
  ) : (
    <Direct {...props} />
  )

const useMaking = ({ need, paper, referral }: Props, onDone: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ground: string | null) =>
      callForFile(makeNeedPaper, {
        params: { need: need.id, paper },
        body: { ground: ground as never, referral: referral ?? null },
      }),
    onSuccess: async (file) => {
      keepFile(file)
      await queries.invalidateQueries({ queryKey: ['need', need.id] })
      onDone()
    },
  })
}

const Direct = (props: Props) => {
  const making = useMaking(props, () => {})
  return (
    <>
      {making.error && <Failed error={making.error} />}
      <Act loading={making.isPending} onClick={() => making.mutate(null)}>
        {props.children}
      </Act>
    </>
  )
}

const GroundForm = ({ onDone, ...props }: Props & { onDone: () => void }) => {
  const [ground, setGround] = useState('')
  const making = useMaking(props, onDone)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ground !== '') making.mutate(ground)
      }}
    >
      {making.error && <Failed error={making.error} />}
      <ChoiceField
        name="ground"
        label="出具的理由"
        value={ground}
        onChange={setGround}
        choices={GROUNDS.map((value) => ({ value, label: GROUND_NAMES[value] }))}
      />
      <p className="aside">谁、哪一天、为什么出具，会记入这件需求的记录。</p>
      <Act
        primary
        type="submit"
        loading={making.isPending}
        permit={ground === '' ? { may: false, reason: '先选理由' } : { may: true }}
      >
        出具
      </Act>
    </form>
  )
}
