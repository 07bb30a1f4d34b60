import { Button, Drawer } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { addressOf, call } from '../http/call.ts'
import { isDay } from '../kernel/day.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { type Here, type HereUnit, useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { PEOPLE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { BasesLine } from './BasesLine.tsx'
import { addMember, listMembers } from './contract.ts'
import { MemberForm } from './MemberForm.tsx'
import css from './People.module.css'
import { RosterTable } from './RosterTable.tsx'
import { exportRoster } from './roster-contract.ts'

const PAGE = 100

/** 名册: who is a member of the unit on a day, in which group, with which status and posts. */
export const MembersPage = () => {
  const here = useHere()
  const [on, setOn] = useState(today().toString())
  const [name, setName] = useState('')
  const list = useRoster(here.unit.id, on, useDeferredValue(name.trim()))
  const [first] = list.data?.pages ?? []
  const members = list.data?.pages.flatMap((page) => page.members) ?? []

  return (
    <>
      <SubWays label="人与组织" ways={PEOPLE_WAYS} />
      <PageHead title="名册" tab={`${here.unit.name}名册`} lead={here.unit.name}>
        <RosterActs here={here} on={first && first.members.length > 0 ? on : undefined} />
      </PageHead>
      <search className={css.filter}>
        <DayField label="哪一天的名册" value={on} onChange={setOn} today={today()} />
        <TextField
          label="查找"
          value={name}
          onChange={setName}
          hint="姓名，或拼音首字母"
          optional
          className={css.short}
        />
      </search>
      {first?.bases && !name && <BasesLine bases={first.bases} on={first.on} />}
      {list.error ? (
        <Failed error={list.error} again={() => void list.refetch()} />
      ) : !first ? (
        isDay(on) && <Loading what="名册" lines={8} />
      ) : members.length === 0 ? (
        <NobodyThere here={here} searched={name !== ''} />
      ) : (
        <RosterTable
          members={members}
          units={here.units}
          whole={!list.hasNextPage && name === ''}
          more={
            list.hasNextPage && (
              <Act loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                继续显示
              </Act>
            )
          }
        />
      )}
    </>
  )
}

const useRoster = (unit: string, on: string, name: string) =>
  useInfiniteQuery({
    queryKey: ['members', unit, on, name],
    queryFn: ({ pageParam }) =>
      call(listMembers, {
        params: { unit },
        query: { on, limit: PAGE, ...(name && { name }), ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: isDay(on),
  })

/** `on` where there is a roster of that day to take along. */
const RosterActs = ({ here, on }: { here: Here; on: string | undefined }) => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const permit = permitToAdd(here, here.unit)
  return (
    <>
      {on && (
        <Button
          component="a"
          href={addressOf(exportRoster, { params: { unit: here.unit.id }, query: { on } })}
          download
        >
          导出
        </Button>
      )}
      {permit.may && <Act onClick={() => void navigate({ to: '/roster' as '/' })}>导入名册</Act>}
      <Act permit={permit} onClick={() => setAdding(true)}>
        新增党员
      </Act>
      <Drawer opened={adding} onClose={() => setAdding(false)} title="新增党员" padding="lg">
        <MemberForm
          branch={here.unit}
          groups={here.units.filter(({ kind, parentId }) => kind === 'group' && parentId === here.unit.id)}
          onAdded={async (person) => {
            await queries.invalidateQueries({ queryKey: ['members'] })
            void navigate({ to: '/people/$person', params: { person } })
          }}
        />
      </Drawer>
    </>
  )
}

const permitToAdd = (here: Here, unit: HereUnit): Permit => {
  if (!here.may(addMember.asks, unit.path)) return { may: false, reason: '由书记、副书记、组织委员办理' }
  return unit.kind === 'branch' ? { may: true } : { may: false, reason: '请先在页首选择一个党支部' }
}

const NobodyThere = ({ here, searched }: { here: Here; searched: boolean }) =>
  searched ? (
    <Empty title="没有找到">
      <p>名册上没有这个姓名或拼音首字母。可以换一个写法，或换一天再找。</p>
    </Empty>
  ) : (
    <Empty title="这一天名册上还没有人">
      <p>应到人数、表决基数和应做事项都从名册算出。</p>
      {here.may(addMember.asks, here.unit.path) && here.unit.kind === 'branch' ? (
        <p>
          可以<Link to={'/roster' as '/'}>导入名册</Link>（.xlsx、.xls、.csv 均可），或逐个新增党员。
        </p>
      ) : (
        <p>名册由所在支部的书记、副书记或组织委员导入。</p>
      )}
    </Empty>
  )
