import { UnstyledButton } from '@mantine/core'
import type { SaveState } from './autosave.ts'

/** Whether what stands on the page is kept. Spoken politely when it changes. */
export const Saved = ({ state, again }: { state: SaveState; again: () => void }) => (
  <span className="aside" role="status">
    {TEXTS[state]}
    {state === 'failed' && (
      <>
        {' '}
        <UnstyledButton td="underline" fz="inherit" onClick={again}>
          再存一次
        </UnstyledButton>
      </>
    )}
  </span>
)

const TEXTS: Record<SaveState, string> = {
  untouched: '',
  waiting: '正在保存草稿',
  saving: '正在保存草稿',
  saved: '草稿已保存',
  failed: '草稿没有保存，内容还在本页。',
}
