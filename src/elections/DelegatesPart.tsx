import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { AreaField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { delegatesIn } from './delegates.ts'
import css from './meeting.module.css'
import { addDelegates, removeDelegate, type Voters } from './voter-contract.ts'

/** Where no roster says who may vote: the names, pasted one a line, with the unit each comes from. */
export const DelegatesPart = ({ voters }: { voters: Voters }) => {
  const { people, mayLead, isFrozen } = voters
  const [text, setText] = useState('')
  const params = { election: voters.electionId }
  const adding = useSaving(
    addDelegates.body,
    (body: never) => call(addDelegates, { params, body }),
    () => setText(''),
  )
  const removing = useSaving(
    removeDelegate.body,
    ({ delegate, version }: { delegate: string; version: number }) =>
      call(removeDelegate, { params: { ...params, delegate }, body: { version } }),
    () => {},
  )
  const found = delegatesIn(text)
  return (
    <>
      {people.length === 0 && <p>还没有选举人。把名单粘贴到下面，一行一人。</p>}
      {removing.failure && <Failed error={removing.failure} />}
      <ol className={css.people}>
        {people.map(({ key, name, groupName }) => (
          <li key={key} className={css.line}>
            <span>
              {name} <span className="aside">{groupName}</span>
            </span>
            {mayLead && !isFrozen && (
              <Act
                size="compact-sm"
                onClick={() => removing.save({ delegate: key, version: voters.version })}
              >
                去掉{name}
              </Act>
            )}
          </li>
        ))}
      </ol>
      {mayLead && !isFrozen && (
        <SavedForm
          saving={adding}
          labels={{ delegates: '名单' }}
          act={found.length > 0 ? `加入 ${found.length} 人` : '加入名单'}
          onSend={() => adding.save({ delegates: found, version: voters.version })}
        >
          <AreaField
            label="名单"
            name="delegates"
            rows={8}
            hint="一行一人；要写从哪个单位来的，用空格或制表符隔开，如：王秀英 城东社区妇联"
            value={text}
            onChange={setText}
            error={adding.errors.delegates}
          />
        </SavedForm>
      )}
    </>
  )
}
