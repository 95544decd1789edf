/** Every refusal there is, and its HTTP status. Words for each are in platform/i18n/problem.en.ts and problem.es.ts. */
export const problemStatus = {
  'not-signed-in': 401,
  'second-factor-needed': 403,
  'confirmation-needed': 401,
  'not-recognised': 401,
  'no-mail': 409,
  'last-factor': 409,
  'link-gone': 410,
  'no-such-place': 422,
  'has-account': 409,
  'needs-second-step': 409,
  'already-joined': 409,
  'last-administrator': 409,
  'not-an-administrator': 409,
  'another-administrator': 409,
  'not-for-oneself': 409,
  'already-set-up': 409,
  'not-allowed': 403,
  'seat-ended': 403,
  'guest-works-here': 409,
  'guest-is-client': 409,
  'not-taken-up-yet': 409,
  'not-found': 404,
  'no-such-page': 404,
  'other-origin': 403,
  malformed: 422,
  'too-large': 413,
  'not-readable': 400,
  'not-of-this-kind': 415,
  'too-slow': 408,
  'too-many': 429,
  'intent-missing': 400,
  'intent-reused': 409,
  'id-taken': 409,
  'not-of-this': 422,
  'form-taken-back': 409,
  'not-possible': 422,
  'words-not-kept': 422,
  'one-line': 422,
  'changed-meanwhile': 409,
  'nothing-to-correct': 409,
  'not-a-demo': 409,
  'course-open': 409,
  'course-ended': 409,
  'ending-unplanned': 422,
  'session-begun': 409,
  'plan-past': 422,
  'plan-overlaps': 409,
  'nothing-widens-yet': 409,
  'referral-damaged': 422,
  'referral-too-large': 413,
  'referral-not-a-bundle': 422,
  'referral-other-version': 422,
  'referral-no-person': 422,
  'referral-two-persons': 422,
  'referral-person-died': 422,
  'referral-someone-else': 409,
  'referral-matches-two': 409,
  'referral-perhaps-known': 409,
  'taken-in-already': 409,
  'someone-else-perhaps': 409,
  'answer-not-offered': 422,
  'date-missing': 422,
  'date-not-possible': 422,
  'note-missing': 422,
  'finding-blocks': 409,
  'finding-open': 409,
  'finding-needs-override': 409,
  'finding-not-acknowledged': 409,
  'override-not-offered': 409,
  'conditions-missing': 422,
  'call-missing': 422,
  'validity-not-possible': 422,
  'not-signed-yet': 409,
  'read-first': 409,
  'say-it-first': 409,
  'rest-first': 409,
  'order-not-of-protocol': 422,
  'order-over': 422,
  'order-needs-reason': 422,
  'order-in-force': 409,
  'second-must-differ': 409,
  'director-signs': 409,
  'rule-not-so': 422,
  'proposal-not-open': 409,
  'second-attests': 409,
  'gates-open': 409,
  'release-live': 409,
  'nothing-to-decide': 409,
  'corrected-already': 409,
  'not-dosed': 409,
  'criteria-open': 409,
  'discharged-already': 409,
  internal: 500,
  'cannot-save': 503,
} as const

export type ProblemKind = keyof typeof problemStatus

/** One field that was refused: where it is in the request, and a word for why. */
export interface FieldFault {
  readonly path: string
  readonly fault: string
}

/** A refusal the caller can understand and act on. Anything else that is thrown is a bug. */
export class Problem extends Error {
  override name = 'Problem'
  readonly kind: ProblemKind
  readonly fields: readonly FieldFault[]

  /** `because` is the fault behind a refusal that our own rules should have come to first; it is reported. */
  constructor(kind: ProblemKind, fields: readonly FieldFault[] = [], because?: unknown) {
    super(kind, because === undefined ? undefined : { cause: because })
    this.kind = kind
    this.fields = fields
  }
}
