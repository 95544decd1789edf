/**
 * Which rules each card says in words, in the order of the cards. Sources: clinical.md 4.4, whose first actions are general
 * knowledge and whose workflow is a proposed default; chest compressions and the AED where nobody breathes are general
 * knowledge of basic life support (4.4 names the AED with EM-10 and in the kit of each day).
 */
export const emergencyRules = [
  'EM-03, EM-04',
  'EM-02, EM-10',
  'EM-06',
  'EM-01',
  'EM-05',
  'EM-07',
  'EM-11',
  'EM-12',
] as const

export const emergencySource = { reference: '4.4', tag: 'GK' } as const
