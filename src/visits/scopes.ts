/** Whose visits a list shows. */
export const VISIT_SCOPES = ['mine', 'all'] as const
