/** The parts of one election, in the order of the work; each engages a page of its own. */
export const TABS = [
  // One a line.
  { to: '/elections/$election', title: '筹备' },
  { to: '/elections/$election/voters', title: '选举人' },
  { to: '/elections/$election/candidates', title: '候选人' },
  { to: '/elections/$election/meeting', title: '大会' },
  { to: '/elections/$election/count', title: '计票' },
  { to: '/elections/$election/after', title: '选后' },
  { to: '/elections/$election/papers', title: '文书' },
] as const
