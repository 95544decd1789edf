import type { ClearanceStanding } from './clearance.ts'

/** The three marks of the product, for each way a decision can stand. */
const marks: Readonly<Record<ClearanceStanding, 'met' | 'waiting' | 'stop'>> = {
  none: 'waiting',
  clear: 'met',
  'clear-with-conditions': 'met',
  'not-now': 'stop',
  no: 'stop',
  expired: 'waiting',
  recalled: 'stop',
  broken: 'stop',
}

export const markOfStanding = (standing: ClearanceStanding): 'met' | 'waiting' | 'stop' => marks[standing]
