import { ElectionFrame } from './ElectionFrame.tsx'
import { FORM_WORDS } from './labels.ts'

/** 筹备: what was done and what comes next, from the decision to the notice. */
export const PreparationPage = () => (
  <ElectionFrame part="筹备">{({ form }) => <p>{FORM_WORDS[form]}。</p>}</ElectionFrame>
)
