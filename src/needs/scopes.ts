// What an address may say of a list; apart, so that the first load brings none of the other words.

export const STATES = ['received', 'handling', 'resolved', 'closed'] as const

/** Which needs a list shows: those of the desk, those that one handles, those that one brought in. */
export const SCOPES = ['desk', 'mine', 'received'] as const
