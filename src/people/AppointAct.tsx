import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import type { Post } from '../kernel/access.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import type { Here, HereUnit } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { listMembers } from './contract.ts'
import { sayPosts } from './listing.ts'
import { PostForm } from './PostForm.tsx'

type Props = { here: Here; unit: HereUnit; act: string; post?: Post }

/** Appoints someone of the unit's roster; a post that is known already need not be chosen. */
export const AppointAct = ({ here, unit, act, post }: Props) => (
  <FormAct act={act} title={`${unit.name}：${act}`}>
    {(close) => <Chosen here={here} unit={unit} onDone={close} {...(post && { post })} />}
  </FormAct>
)

const MOST = 200

const Chosen = ({ here, unit, post, onDone }: Omit<Props, 'act'> & { onDone: () => void }) => {
  const read = useQuery({
    queryKey: ['members', unit.id, 'choice'],
    queryFn: () => call(listMembers, { params: { unit: unit.id }, query: { limit: MOST } }),
  })
  if (read.error) return <Failed error={read.error} again={() => void read.refetch()} />
  if (!read.data) return <Loading what="名册" lines={3} />
  const people = read.data.members.map((member) => ({
    id: member.id,
    name: member.name,
    initials: member.initials,
    ...(member.groupName && { group: member.groupName }),
    note: sayPosts(member, here.units),
  }))
  return <PostForm here={here} unitId={unit.id} people={people} onDone={onDone} {...(post && { post })} />
}
