import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { findGroups, findPeople, type PersonChoice } from './choosing.ts'
import { type FieldProps, wrap } from './Field.tsx'
import { given } from './given.ts'

type Props = FieldProps<readonly string[]> & {
  people: readonly PersonChoice[]
  /** The most that may be picked; 1 makes it a choice of one. */
  most?: number
}

// A list longer than this is searched, not read.
const SHOWN = 60

/** Picks people by name, pinyin initials or group; Backspace takes the last one back. */
export const PersonPicker = ({
  value,
  onChange,
  people,
  most = Number.POSITIVE_INFINITY,
  ...field
}: Props) => {
  const [text, setText] = useState('')
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() })
  const free = people.filter(({ id }) => !value.includes(id))
  const found = findPeople(free, text)
  const groups = most > 1 ? findGroups(free, text) : []
  const { name, disabled = false, 'aria-required': required, ...wrapper } = wrap(field)

  const take = (picked: string): void => {
    const ids = groups.find((group) => `group:${group.name}` === picked)?.ids ?? [picked]
    onChange([...value, ...ids].slice(most === 1 ? -1 : 0).slice(0, most))
    setText('')
    if (most === 1) list.closeDropdown()
    else list.updateSelectedOptionIndex()
  }

  return (
    <Combobox store={list} onOptionSubmit={take} disabled={disabled}>
      <Combobox.DropdownTarget>
        <PillsInput {...wrapper} disabled={disabled} onClick={() => list.openDropdown()}>
          <Pill.Group>
            {value.map((picked) => (
              <Pill
                key={picked}
                withRemoveButton={!disabled}
                removeButtonProps={{
                  'aria-label': `去掉${nameOf(people, picked)}`,
                  tabIndex: 0,
                  'aria-hidden': false,
                }}
                onRemove={() => onChange(value.filter((other) => other !== picked))}
              >
                {nameOf(people, picked)}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                {...given({ name, 'aria-required': required })}
                autoComplete="off"
                placeholder={value.length === 0 ? '姓名、拼音首字母或小组' : undefined}
                value={text}
                onFocus={() => list.openDropdown()}
                onBlur={() => list.closeDropdown()}
                onChange={({ currentTarget }) => {
                  setText(currentTarget.value)
                  list.openDropdown()
                  list.selectFirstOption()
                }}
                onKeyDown={(event) => {
                  // Pressed before the first name is marked, it must not send the form.
                  if (event.key === 'Enter' && text !== '') event.preventDefault()
                  if (event.key === 'Backspace' && text === '' && value.length > 0)
                    onChange(value.slice(0, -1))
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options aria-label="可选人员" mah={320} style={{ overflowY: 'auto' }}>
          {groups.map((group) => (
            <Combobox.Option key={group.name} value={`group:${group.name}`}>
              {group.name} <span className="aside">整组 {group.ids.length} 人</span>
            </Combobox.Option>
          ))}
          {found.slice(0, SHOWN).map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              {person.name}{' '}
              <span className="aside">{[person.note, person.group].filter(Boolean).join(' · ')}</span>
            </Combobox.Option>
          ))}
          {found.length === 0 && groups.length === 0 && (
            <Combobox.Empty>没有找到。可以换一个写法。</Combobox.Empty>
          )}
          {found.length > SHOWN && (
            <Combobox.Footer>还有 {found.length - SHOWN} 人，请多写几个字。</Combobox.Footer>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const nameOf = (people: readonly PersonChoice[], id: string): string =>
  people.find((person) => person.id === id)?.name ?? '（不在名册）'
