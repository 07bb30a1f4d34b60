/** Those on the branch's roster as the picker of people takes them. */
export const choicesOf = (
  members: readonly { id: string; name: string; initials: string; groupName: string | null }[],
) => members.map(({ id, name, initials, groupName }) => ({ id, name, initials, group: groupName ?? '' }))
