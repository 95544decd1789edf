/** In any table: what holds it together or proves it, and tells a reader nothing. */
const anywhere: Readonly<Record<string, string>> = {
  ...each(
    'Ties a row to another; the tables have it.',
    'id practice_id person_id course_id session_id item_id referral_id opening_id signature_id belief_id insight_id exercise_id order_id release_id check_id grant_id seat_id ride_id telling_id supersedes replaces number',
  ),
  ...each(
    'Who did it, by a number of ours; the trail says it by name, on “Who opened my record”.',
    'decided_by cleared_by written_by said_by received_by signed_by withdrawn_by granted_by ended_by checked_by reviewed_by answered_by asked_by made_with stopped_by told_by given_by recorded_by discharged_by named_by promised_by corrected_by member_id callback_by',
  ),
  ...each('Proves what was signed; the tables have it.', 'document_hash confirmation_id factor seal'),
  recorded_at: 'When the machine took it down; the moment that it is about is printed.',
  corrects: 'Said in words: the entry that no longer holds says so.',
  struck: 'Said in words: the entry that no longer holds says so.',
  doubt: 'What the machine thought of a device’s clock.',
}

/** Columns of a chapter that the book does not print, and why; none of them is anybody's words that stand nowhere else. */
export const unprinted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  history_item: { kind: 'Seen from what it says.', fingerprint: 'Tells two copies of one item apart.' },
  telling: {
    edition: 'The edition of the form; whole in the tables.',
    language: 'In which language it was asked; whole in the tables.',
  },
  taken_in: {
    enquiry_id: 'Which of what came to the desk, by a number of ours.',
    reach_by: 'Seen from the number or the address.',
    told: 'As the desk took it down; the person’s own chapter says what holds, and the tables have both.',
  },
  clearance: {
    acknowledged: 'Codes of rules that were read; whole in the tables.',
    findings: 'What the rules found, by code; whole in the tables.',
    rules_version: 'The edition of the rules; whole in the tables.',
  },
  suicide_check: { counts_at: 'Which of its two moments counts; both are printed.' },
  finding_override: { seen: 'What the rules found, by code; whole in the tables.' },
  consent_signature: {
    language: 'The text that was signed is in that language.',
    shown: 'The whole text that was signed; it is as long as a book of its own, and whole in the tables.',
    choices: 'The choices by code; whole in the tables, and in words on the page of what was signed.',
    meaning: 'One sentence, the same for all who sign.',
    factor: 'How they confirmed that it was them; in words on the page of what was signed.',
  },
  consent_rehearsal: { rehearsed_with: 'With whom, by a number of ours; by name on the client’s page.' },
  paper_consent: {
    attested_by: 'Who saw it, by a number of ours; by name on the client’s page.',
    factor: 'How they confirmed that it was them; whole in the tables.',
  },
  paper_consent_second: {
    paper_id: 'Which paper, by a number of ours; whole in the tables.',
    attested_by: 'Who saw it, by a number of ours; by name on the client’s page.',
    factor: 'How they confirmed that it was them; whole in the tables.',
  },
  paper_consent_end: {
    paper_id: 'Which paper, by a number of ours; whole in the tables.',
    ended_by: 'Whose hand it was, by a number of ours; by name on the client’s page.',
  },
  teach_back: {
    document_id: 'The text it is about; named with what was signed.',
    document_version: 'Its edition; named with what was signed.',
    question: 'Which question, by a key of ours; the words stand by themselves.',
    told_by: 'By whose hand, by a number of ours; by name on the client’s page.',
  },
  teach_back_talk: {
    answer_id: 'Which answer, by a number of ours.',
    talked_by: 'By whom, by a number of ours; by name on the client’s page.',
  },
  guest_grant: { shown: 'The whole text that was agreed to; whole in the tables.' },
  course: {
    protocol_version: 'The edition of the plan; whole in the tables.',
    published_version: 'The same, where it is a published one; whole in the tables.',
    own_protocol_id: 'The same, where it is the practice’s own; by a number of ours.',
  },
  instrument_response: {
    ...each(
      'Answers and scores by the form’s own codes; whole in FHIR and in the tables.',
      'answers withheld status scores band flags mark',
    ),
    ...each(
      'How it was asked and taken down; whole in the tables.',
      'instrument_version language clock given read_from',
    ),
  },
  risk_formulation: { made_by: 'Who judged it stands in the tables.' },
  dose_order: { range: 'Whether a reason was due; the reason is printed.' },
  journey_brought: {
    earliest_at: 'Worked out from the date, for the rules that count days; the date is printed.',
    latest_at: 'Worked out from the date, for the rules that count days; the date is printed.',
    brought_by: 'Who wrote it down, by a number of ours; by name on the client’s page.',
  },
  journey_brought_back: {
    brought_id: 'Said in words: the entry that no longer holds says so.',
    taken_back_by: 'Who took it back, by a number of ours; by name on the chart.',
  },
  session_plan: {
    reason: 'Kept for the people at the practice: a client is told that a plan changed, and never why.',
    despite: 'Kept for the people at the practice.',
  },
  day_told: {
    items: 'Pieces of equipment and of a programme, by code; whole in the tables.',
    capacity: 'Whose reason it is, by code; whole in the tables.',
    answers: 'What was said to each question of the day, by code; whole in the tables.',
    report_result:
      'What a report of the state came to: the report is the state’s own, and laws bind its passing on; whole in the tables.',
  },
  asked_alone: { on_own_screen: 'Where it was asked, not what was said.' },
  dose: {
    identifiers: 'What was compared before it was given; whole in the tables.',
    because: 'Codes of gates; whole in the tables.',
  },
  reading_not_taken: { due_key: 'Which of the planned readings, by a key of ours.' },
  discharge: { criteria: 'The criteria by code; whole in the tables.' },
}

/** Tables that are given and have no chapter: the book counts them under “Not told here”, and says where they are whole. */
export const withoutChapter: Readonly<Record<string, string>> = {
  person_identifier: 'Numbers of other houses, for the house.',
  care_team: 'Who took part, by a number of ours; by name on the client’s page.',
  referral: 'What it brought is told item by item.',
  telling_done: 'That they had told what they wanted to; what they told is printed.',
  clearance_recall: 'Codes of rules; the clearance that was recalled, and the new one, are told.',
  consent_opening: 'That a text was opened; what was signed is told.',
  preparation_reader: 'A setting, and no words.',
  asking_log: 'What the clock did: asked, reminded, let go.',
  task: 'Work of the people at the practice, by code.',
  task_event: 'Work of the people at the practice.',
  task_told: 'Whom the house called, rung by rung.',
  vitals_plan: 'Which plan of vitals held, and why, by code.',
  reading_missed: 'That a reading had not come, so that somebody was called; why it was not taken is told.',
  presence: 'Who was in the room, by a number of ours.',
  gate_evaluation: 'What the rules found, by code.',
  release: 'That a dose might be given; the dose is told.',
  release_end: 'That a dose might no longer be given, by code.',
  discharge_check: 'Criteria by code; the discharge is told.',
  insight_sharing: 'A setting, and no words.',
}

function each(why: string, columns: string): Record<string, string> {
  return Object.fromEntries(columns.split(' ').map((column) => [column, why]))
}

/** Why a column of a chapter is not printed; undefined: nobody has said. */
export const whyUnprinted = (table: string, column: string): string | undefined =>
  unprinted[table]?.[column] ?? anywhere[column]
export const namedAnywhere: readonly string[] = Object.keys(anywhere)
