import type { Field } from './canaries.ts'

type Plain = 'code' | 'name' | 'sealed' | 'copy'

const all = <Kind extends Field | Plain>(kind: Kind, columns: string): Readonly<Record<string, Kind>> =>
  Object.fromEntries(columns.split(' ').map((column) => [column, kind]))
const codes = (columns: string) => all('code', columns)
const plan = () =>
  all('plan', 'warning_signs on_my_own people_and_places people_to_ask professionals surroundings')

/**
 * Every column of a table about one person that holds text, by hand: whose words they are, and so who may be shown them.
 * `code`: from a list of ours, a version or a hash. `name`: how people are called or found, shown to whoever deals with
 * them. `sealed`: unreadable where it stands. `copy`: the same words as in a column that is named here by itself.
 */
export const heldWords: Readonly<Record<string, Readonly<Record<string, Field | Plain>>>> = {
  belief: { words: 'belief' },
  change_noticed: { words: 'insight' },
  clearance: {
    reason: 'reason',
    conditions: 'reason',
    ...codes('acknowledged decision document_hash factor findings rules_version seal'),
  },
  clearance_recall: codes('rules'),
  comfort: { helps: 'comfort', hinders: 'comfort' },
  consent_place: codes('choices document_version'),
  consent_opening: codes('document_id document_version language'),
  consent_signature: {
    printed_name: 'name',
    ...all('copy', 'choices shown'),
    ...codes('document_hash document_id document_version factor language meaning seal'),
  },
  consent_withdrawal: codes('part'),
  course: codes('protocol_id protocol_version published_version'),
  course_review: { reason: 'explained', farewell: 'letter', ...codes('decision') },
  danger_cleared: { reason: 'reason' },
  day_told: {
    reason: 'explained',
    review: 'explained',
    lot: 'name',
    ...codes('kind capacity items answers test_result report_result'),
  },
  day_decision: {
    reason: 'reason',
    risk_benefit: 'reason',
    mitigation: 'reason',
    ...codes('document_hash gate'),
  },
  departure: {
    ...all('explained', 'advised called_by handed_over said told_whom went_to went_with'),
    ...codes('doubt way'),
  },
  departure_contact: { words: 'history', ...codes('doubt') },
  discharge: { override_reason: 'explained', ...codes('criteria document_hash') },
  discharge_check: codes('criterion'),
  distress_rating: codes('doubt wrong'),
  dose: codes('because doubt form identifiers label_salt product route'),
  dose_order: {
    range_reason: 'explained',
    ...codes('document_hash factor form label_salt product range route seal'),
  },
  dose_order_second: codes('document_hash factor seal'),
  dose_order_stop: { reason: 'explained' },
  enquiry: {
    called: 'name',
    contact: 'message',
    words: 'message',
    place: 'name',
    ...codes('language message reach_by'),
  },
  enquiry_event: { note: 'message', ...codes('kind') },
  exercise: { words: 'insight' },
  exercise_log: { words: 'insight', ...codes('outcome') },
  finding_override: {
    reason: 'reason',
    risk_and_benefit: 'reason',
    mitigation: 'reason',
    ...codes('document_hash factor rule seal seen'),
  },
  gate_evaluation: codes('findings raised rules_version verdict verified'),
  guest_grant: { name: 'name', email: 'name', shown: 'copy', ...codes('document_hash') },
  guest_grant_end: { reason: 'ending', ...codes('how') },
  guest_joining: { name: 'name', practice_name: 'name', ...codes('license_number license_state') },
  guest_license_check: { looked_in: 'license', ...codes('found') },
  history_item: { item: 'code', ...codes('fingerprint kind') },
  history_statement: { note: 'history', ...codes('answer on_date question') },
  insight: { words: 'insight' },
  insight_meaning: { words: 'insight' },
  insight_sharing: codes('audience'),
  instrument_draft: {
    answers: 'draft',
    withheld: 'draft',
    ...codes('instrument_id instrument_version language'),
  },
  instrument_response: {
    answers: 'answer',
    withheld: 'answer',
    read_from: 'answer',
    ...codes('band clock flags given instrument_id instrument_version language mark scores status'),
  },
  intention: { words: 'intention' },
  invitation: { email: 'name', ...codes('kind language token_hash') },
  journey_event: codes('code doubt wrong'),
  journey_brought: {
    ...all('explained', 'given_where how_it_went source_words'),
    ...codes('given_on label_salt product route source tolerated'),
  },
  journey_brought_back: { reason: 'explained' },
  journey_session: { room: 'name', ...codes('phase') },
  outcome_point: codes(
    'baseline_band instrument_id protocol_id reliable route rule_id rule_version spread_population threshold_kind threshold_source time',
  ),
  person: {
    address_line: 'contact',
    phone: 'contact',
    ...all('name', 'called_by city email family_name given_name postal_code state'),
    ...codes('gender language time_zone'),
  },
  person_identifier: { value: 'name', ...codes('system type') },
  preparation_reader: codes('audience'),
  presence: codes('state'),
  psychotherapy_note: { sealed: 'sealed' },
  psychotherapy_note_draft: { sealed: 'sealed' },
  rating_draft: {
    answers: 'rating',
    withheld: 'rating',
    read_from: 'rating',
    ...codes('instrument_id instrument_version language'),
  },
  reading_missed: codes('due_key'),
  reading_not_taken: { reason: 'history', ...codes('due_key') },
  referral: { demographics: 'copy', ...codes('content_hash partly unread') },
  release_end: codes('gates'),
  risk_formulation: {
    speaks_for: 'reason',
    protects: 'reason',
    could_change: 'reason',
    next_steps: 'reason',
    ...codes('document_hash level'),
  },
  ride_home: { name: 'name', phone: 'ride' },
  safety_plan: plan(),
  safety_plan_change: { ...plan(), ...codes('doubt') },
  session_plan: { room: 'name', reason: 'task', despite: 'task', ...codes('kind') },
  stop_signal: { word: 'signal', gesture: 'signal' },
  suicide_check: codes('answer doubt'),
  suicide_override: {
    reason: 'reason',
    risk_benefit: 'reason',
    mitigation: 'reason',
    ...codes('document_hash'),
  },
  telling: { words: 'history', ...codes('answer doubt edition language on_date question') },
  telling_done: codes('doubt'),
  taken_in: {
    contact: 'contact',
    words: 'message',
    place: 'name',
    told: 'copy',
    ...codes('message reach_by'),
  },
  details_correction: { why: 'reason', before: 'copy', after: 'copy' },
  tablet_pass: codes('code_mark ended_why instrument_id token_hash'),
  task: codes('kind urgency'),
  task_event: { note: 'task', ...codes('because kind') },
  task_told: codes('way'),
  teach_back: { words: 'history', ...codes('document_id document_version question') },
  teach_back_talk: { note: 'history' },
  vital_reading: codes('doubt wrong'),
  vitals_plan: codes('because plan'),
  asking_log: codes('instrument_id key what'),
  seat: codes('kind'),
  audit_event: codes('action outcome roles subject_kind why'),
}
