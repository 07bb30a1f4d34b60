/**
 * What a part-time officer is told at a step, in the product's own words. Each slice keeps its guides in `guide.ts`;
 * src/guides.test.ts holds every citation to the rule it names.
 */
export type GuideText = {
  /** What is needed now, one thing a line. */
  needs: readonly string[]
  /** By whom, in words: 支部书记主持，组织委员准备材料。 */
  who: string
  clauses: readonly { rule: string; citation: string }[]
  /** What a good record says, and what a poor one. Invented matters, never a text to copy. */
  good: string
  poor: string
}
