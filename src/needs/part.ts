import type { Need } from './contract.ts'

/** What each part of the page of a matter is given; `onOpened` takes the words of a sensitive one once they are opened. */
export type PartProps = { need: Need; onOpened: (need: Need) => void }
