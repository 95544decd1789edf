import type { OutcomeGroup } from '../outcome.ts'

/** One course, or more that are alike: seen again and better, unless it is said otherwise. */
export const grouped = (change: Partial<OutcomeGroup>): OutcomeGroup => ({
  time: 'month',
  protocolId: 'sublingual',
  route: 'sublingual',
  baselineBand: 'severe',
  assessed: true,
  over: true,
  change: -10,
  reliable: 'improvement',
  response: true,
  remission: false,
  courses: 1,
  ...change,
})

/** Not seen again. */
export const unseen = {
  assessed: false,
  change: null,
  reliable: 'unknown',
  response: null,
  remission: null,
} as const
