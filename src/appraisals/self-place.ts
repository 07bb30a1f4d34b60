/** Where a self-appraisal's sealed text belongs. */
export const selfPlace = (round: string, person: string): string =>
  `appraisal_self ${round} ${person} content`
