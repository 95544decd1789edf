/** Where a reason stands in writing, or what a correction corrects: a table of the house, by its own name. */
export const places = [
  'clearance',
  'clearance_recall',
  'consent_wait',
  'course_review',
  'danger_cleared',
  'day_decision',
  'day_told',
  'departure',
  'details_correction',
  'discharge',
  'distress_rating',
  'dose',
  'dose_order',
  'dose_order_stop',
  'enquiry_event',
  'finding_override',
  'guest_grant_end',
  'insight',
  'instrument_response',
  'journey_brought_back',
  'journey_event',
  'own_form',
  'own_protocol',
  'own_protocol_end',
  'owner_recovery',
  'paper_consent_end',
  'psychotherapy_note',
  'reading_not_taken',
  'risk_formulation',
  'rule_proposal',
  'session_plan',
  'suicide_override',
  'task_event',
  'vital_reading',
] as const
export type Place = (typeof places)[number]

/**
 * Why something was done, on the trail: it points to the row that holds the reason, and never holds the words, which are
 * for those who may read that row. What has no reason of its own was done for what its action says.
 */
export type Why = `${'reason' | 'corrects'} ${Place} ${string}`

export const reasonIn = (place: Place, id: string): Why => `reason ${place} ${id}`

/** Nothing where nothing is corrected. */
export const correcting = (place: Place, id: string | null): Why | null =>
  id === null ? null : `corrects ${place} ${id}`

/** The same, as it is shown: which of the two, and the pointer to cite. */
export interface WhyShown {
  readonly how: 'reason' | 'corrects'
  readonly row: string
}

export function shownWhy(why: string | null): WhyShown | null {
  const [, how, row] = /^(reason|corrects) (.+)$/.exec(why ?? '') ?? []
  return how && row ? { how: how as WhyShown['how'], row } : null
}
