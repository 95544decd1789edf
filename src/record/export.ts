/** Who is given a record: the person it is about, someone who takes part in the care, or the house at its command line. */
export type Reader = 'self' | 'team' | 'service'

export type Row = Readonly<Record<string, unknown>>
/** Rows by table, oldest first. */
export type RecordRows = Readonly<Record<string, readonly Row[]>>

export interface Withheld {
  readonly table: string
  readonly reason: string
}

interface Given {
  /** The moment its rows are ordered by; the id decides between two of one moment. */
  readonly by: string
  /** Readers who get none of it, and why. */
  readonly none?: Partial<Record<Reader, string>>
  /** Readers who get a part of it, and why only that. */
  readonly part?: Partial<Record<Reader, string>>
}
interface Kept {
  readonly reason: string
}

const ask = 'The practice keeps it and gives it to you when you ask.'
const forStaff = `Kept for the people who work at the practice. ${ask}`
const deciding = `How a clinician came to a decision; it is not shown on a client's screens. ${ask}`
const ownWords =
  "The client's own words: read by them alone, and by those they let read. They download them from their own page."
const shared = 'In part: only what the client lets you read is here.'

const told = (by: string): Given => ({ by })
const staffOnly: Given['none'] = { self: forStaff }
const decision = (by: string): Given => ({ by, none: { self: deciding } })
const own = (by: string): Given => ({ by, none: { service: ownWords }, part: { team: shared } })

/** Every table that holds something about one person. A test compares it with the database, so none can be forgotten. */
const tables: Readonly<Record<string, Given | Kept>> = {
  person: told('created_at'),
  person_identifier: { by: 'recorded_at', none: staffOnly },
  care_team: told('since'),
  referral: told('received_at'),
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
  preparation_reader: told('chosen_at'),
  intention: own('said_at'),
  belief: own('said_at'),
  belief_rating: own('rated_at'),
  comfort: own('said_at'),
  stop_signal: told('said_at'),
  instrument_response: told('answered_at'),
  suicide_check: { by: 'asked_at', none: staffOnly },
  suicide_override: decision('decided_at'),
  safety_plan: told('made_at'),
  task: { by: 'raised_at', none: staffOnly },
  task_event: { by: 'at', none: staffOnly },
  dose_order: told('signed_at'),
  dose_order_second: told('signed_at'),
  dose_order_stop: told('stopped_at'),
  journey_session: told('planned_at'),
  ride_home: told('named_at'),
  asked_alone: told('asked_at'),
  presence: told('noted_at'),
  gate_evaluation: decision('evaluated_at'),
  day_decision: decision('decided_at'),
  release: told('released_at'),
  dose: told('given_at'),
  vital_reading: told('taken_at'),
  distress_rating: told('rated_at'),
  journey_event: told('occurred_at'),
  discharge_check: told('checked_at'),
  discharge: told('discharged_at'),
  insight: own('arisen_at'),
  insight_meaning: own('found_at'),
  insight_sharing: { by: 'decided_at', none: { team: ownWords, service: ownWords } },
  change_noticed: own('noticed_at'),
  exercise: { by: 'begun_at', part: { team: shared, service: shared } },
  exercise_log: { by: 'logged_at', part: { team: shared, service: shared } },
  instrument_draft: { reason: 'Not sent. A draft is nobody’s answer until the person sends it.' },
  course_facts: {
    reason: 'A counter that tells the product that something changed; it says nothing of anyone.',
  },
  seat: { reason: 'How the person signs in. Their own account page shows it; it is no part of their care.' },
  invitation: {
    reason: 'Holds what opens a sign-in. It is no part of the care, and must not leave the house.',
  },
  audit_event: {
    reason: 'Who opened the record is a report of its own, on the page “Who opened my record”.',
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
