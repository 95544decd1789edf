import {
  bookmark,
  counted,
  counter,
  deciding,
  draft,
  forStaff,
  notesApart,
  opens,
  openings,
  ownWords,
  ratingDraft,
  shared,
  signIn,
  tabletOpened,
  toTheDesk,
  type Reason,
} from './reasons.ts'

/** Who is given a record: the person it is about, someone who takes part in the care, or the house at its command line. */
export type Reader = 'self' | 'team' | 'service'

export type Row = Readonly<Record<string, unknown>>
/** Rows by table, oldest first. */
export type RecordRows = Readonly<Record<string, readonly Row[]>>

export interface Withheld {
  readonly table: string
  readonly reason: Reason
}

interface Given {
  /** The moment its rows are ordered by; the id decides between two of one moment. */
  readonly by: string
  /** Readers who get none of it, and why. */
  readonly none?: Partial<Record<Reader, Reason>>
  /** Readers who get a part of it, and why only that. */
  readonly part?: Partial<Record<Reader, Reason>>
}
interface Kept {
  readonly reason: Reason
}

const told = (by: string): Given => ({ by })
const staffOnly: Given['none'] = { self: forStaff }
const decision = (by: string): Given => ({ by, none: { self: deciding } })
const own = (by: string): Given => ({ by, none: { service: ownWords }, part: { team: shared } })

/** Every table that holds something about one person. A test compares it with the database, so none can be forgotten. */
const tables: Readonly<Record<string, Given | Kept>> = {
  person: told('created_at'),
  person_identifier: { by: 'recorded_at', none: staffOnly },
  care_team: told('since'),
  details_correction: told('corrected_at'),
  taken_in: { by: 'received_at', none: { team: toTheDesk } },
  referral: told('received_at'),
  telling: told('told_at'),
  telling_done: told('done_at'),
  list_said: told('told_at'),
  history_item: told('received_at'),
  history_statement: told('said_at'),
  clearance: decision('decided_at'),
  clearance_recall: decision('recalled_at'),
  finding_override: decision('written_at'),
  promised_call: told('promised_at'),
  course: told('begun_at'),
  course_review: told('reviewed_at'),
  consent_opening: told('opened_at'),
  consent_signature: told('signed_at'),
  consent_withdrawal: told('withdrawn_at'),
  consent_rehearsal: told('rehearsed_at'),
  paper_consent: told('attested_at'),
  paper_consent_second: told('attested_at'),
  paper_consent_end: told('ended_at'),
  teach_back: told('told_at'),
  teach_back_talk: told('talked_at'),
  preparation_reader: told('chosen_at'),
  intention: own('said_at'),
  belief: own('said_at'),
  belief_rating: own('rated_at'),
  comfort: own('said_at'),
  stop_signal: told('said_at'),
  instrument_response: told('answered_at'),
  asking_log: told('at'),
  suicide_check: { by: 'asked_at', none: staffOnly },
  suicide_override: decision('decided_at'),
  risk_formulation: decision('made_at'),
  safety_plan: told('made_at'),
  safety_plan_change: told('written_at'),
  task: { by: 'raised_at', none: staffOnly },
  task_event: { by: 'at', none: staffOnly },
  task_told: { by: 'told_at', none: staffOnly },
  dose_order: told('signed_at'),
  dose_order_second: told('signed_at'),
  dose_order_stop: told('stopped_at'),
  journey_session: told('planned_at'),
  journey_brought: told('brought_at'),
  journey_brought_back: told('taken_back_at'),
  session_plan: { by: 'told_at', none: staffOnly },
  ride_home: told('named_at'),
  asked_alone: told('asked_at'),
  presence: told('noted_at'),
  gate_evaluation: decision('evaluated_at'),
  day_told: told('told_at'),
  day_decision: decision('decided_at'),
  release: told('released_at'),
  release_end: told('ended_at'),
  dose: told('given_at'),
  vital_reading: told('taken_at'),
  vitals_plan: { by: 'chosen_at', none: staffOnly },
  reading_missed: { by: 'noted_at', none: staffOnly },
  reading_not_taken: told('recorded_at'),
  distress_rating: told('rated_at'),
  journey_event: told('occurred_at'),
  discharge_check: told('checked_at'),
  danger_cleared: { by: 'cleared_at', none: staffOnly },
  discharge: told('discharged_at'),
  departure: told('left_at'),
  departure_contact: told('tried_at'),
  insight: own('arisen_at'),
  insight_meaning: own('found_at'),
  insight_sharing: { by: 'decided_at', none: { team: ownWords, service: ownWords } },
  change_noticed: own('noticed_at'),
  exercise: { by: 'begun_at', part: { team: shared, service: shared } },
  exercise_log: { by: 'logged_at', part: { team: shared, service: shared } },
  consent_place: { reason: bookmark },
  instrument_draft: { reason: draft },
  tablet_pass: {
    reason: tabletOpened,
  },
  rating_draft: {
    reason: ratingDraft,
  },
  outcome_point: {
    reason: counted,
  },
  course_facts: {
    reason: counter,
  },
  guest_grant: told('granted_at'),
  guest_joining: told('joined_at'),
  guest_grant_end: told('ended_at'),
  guest_license_check: told('checked_at'),
  psychotherapy_note: { reason: notesApart },
  psychotherapy_note_draft: { reason: notesApart },
  seat: { reason: signIn },
  invitation: {
    reason: opens,
  },
  audit_event: {
    reason: openings,
  },
}

export const listedTables: readonly string[] = Object.keys(tables)

const isGiven = (listed: Given | Kept): listed is Given => 'by' in listed

/** The tables this reader is given, with what orders their rows. */
export const givenTo = (reader: Reader): readonly { readonly table: string; readonly by: string }[] =>
  Object.entries(tables).flatMap(([table, listed]) =>
    isGiven(listed) && listed.none?.[reader] === undefined ? [{ table, by: listed.by }] : [],
  )

/** What this reader is not given, or not whole, and why. */
export const withheldFrom = (reader: Reader): readonly Withheld[] =>
  Object.entries(tables).flatMap(([table, listed]) => {
    const reason = isGiven(listed) ? (listed.none?.[reader] ?? listed.part?.[reader]) : listed.reason
    return reason === undefined ? [] : [{ table, reason }]
  })

export const rowsIn = (rows: RecordRows): number =>
  Object.values(rows).reduce((sum, { length }) => sum + length, 0)

/** Ids of facts that no longer hold: struck out, or corrected by a later one. */
export const noLongerHeld = (rows: readonly Row[]): ReadonlySet<unknown> =>
  new Set(rows.flatMap(({ id, corrects, struck }) => (struck === true ? [id, corrects] : [corrects])))

/** Ids of what was brought in and taken back. */
export const takenBack = (rows: RecordRows): ReadonlySet<unknown> =>
  new Set((rows['journey_brought_back'] ?? []).map((row) => row['brought_id']))

/** Ids of consents on paper that were taken back, said not to be so, or brought in by mistake. */
export const endedPapers = (rows: RecordRows): ReadonlySet<unknown> =>
  new Set((rows['paper_consent_end'] ?? []).map((row) => row['paper_id']))

/** Ids of answers that another one stands in the place of. */
export const replacedAnswers = (rows: readonly Row[]): ReadonlySet<unknown> =>
  new Set(rows.map(({ replaces }) => replaces))

/** The instruments that something in the record answers. */
export const formsAnswered = (rows: RecordRows): string[] =>
  (rows['instrument_response'] ?? []).map((row) => String(row['instrument_id']))
