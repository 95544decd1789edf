import type { LightMyRequestResponse as Response } from 'fastify'
import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { canonical } from '../../kernel/canonical.ts'
import { day, hour, isoOf, minute } from '../../kernel/instant.ts'
import { digest } from '../../platform/crypto/digest.ts'
import type { Protocol } from '../../protocol/protocol.ts'
import { addCourse, addPerson, assign, type Someone } from './arrange.ts'
import { canary } from './canaries.ts'
import type { Clinic } from './clinic.ts'
import { answerAllWell, careNowOf } from './deciding.ts'
import { wellToday } from './gates.ts'
import { clearanceRow, orderRow } from './signing.ts'

/** What it takes to arrange a session in the database alone. */
export interface Arranging extends Pick<Clinic, 'owner' | 'practiceId'> {
  readonly people: Pick<Clinic['people'], 'therapist' | 'prescriber' | 'monitor'>
}

/** A session and whose it is, for the tests of a journey. */
export interface Arranged<Where extends Arranging = Arranging> {
  readonly clinic: Where
  readonly client: Someone
  readonly personId: string
  readonly courseId: string
  readonly sessionId: string
}
export type Stage = Arranged<Clinic>

/** A client with their team, a course, and a session planned: nothing else is known yet. */
export async function stageSession<Where extends Arranging>(clinic: Where): Promise<Arranged<Where>> {
  const { owner, practiceId, people } = clinic
  const client = await addPerson(owner, practiceId, 'Ana')
  await owner.query(`update person set birth_date = '1990-05-03' where id = $1`, [client.seatId])
  for (const member of [people.therapist, people.prescriber, people.monitor])
    await assign(owner, { member, personId: client.seatId })
  const course = await addCourse(owner, practiceId, client.seatId)
  return { clinic, client, personId: client.seatId, ...course }
}

type Row = Readonly<Record<string, unknown>>

/** One row as the owner of the database writes it, where a whole screen would only stand in the way. */
export async function put(stage: Arranged, table: string, row: Row): Promise<string> {
  const { clinic, personId } = stage
  const id = randomUUID()
  const whole: Row = { practice_id: clinic.practiceId, id, person_id: personId, ...row }
  const names = Object.keys(whole)
  await clinic.owner.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    names.map((name) => whole[name]),
  )
  return String(whole['id'])
}

const someId = '00000000-0000-4000-8000-000000000000'

const { items: kit } = (
  JSON.parse(
    await readFile(new URL('../../../content/protocols/sublingual.json', import.meta.url), 'utf8'),
  ) as Protocol
).equipment

/** Each thing a release stands on, by the gate it opens. `at` is now, by the clock of care. */
export const putting = {
  order: (stage: Arranged, at: number, more: Row = {}) =>
    put(
      stage,
      'dose_order',
      orderRow({
        course_id: stage.courseId,
        product: 'racemic',
        form: 'lozenge',
        route: 'sublingual',
        label_mg: 100,
        label_salt: 'base',
        base_mg: 100,
        weight_kg: 70,
        doses: 3,
        valid_until: isoOf(at + 30 * day),
        range: 'inside',
        confirmation_id: someId,
        signed_by: stage.clinic.people.prescriber.seatId,
        signed_at: isoOf(at - day),
        ...more,
      }),
    ),
  clearance: async (stage: Arranged, at: number, more: Row = {}) =>
    put(
      stage,
      'clearance',
      clearanceRow(stage.personId, {
        decision: 'clear',
        reason: canary('reason', stage.personId),
        valid_until: isoOf(at + 90 * day),
        acknowledged: [],
        findings: '[]',
        rules_version: '1',
        decided_by: stage.clinic.people.prescriber.seatId,
        decided_at: isoOf(at - day),
        confirmation_id: await spent(stage),
        factor: 'password+totp',
        ...more,
      }),
    ),
  /** As the first version was signed, before there were seals. */
  consent: async (stage: Arranged, at: number, ago = 2 * day) => {
    const about = { document_id: 'd', document_version: '1', language: 'en' }
    const signed = { choices: {}, printedName: 'Ana', meaning: 'I agree', personId: stage.personId }
    const shown = canonical({ ...signed, document: { id: 'd', version: '1', language: 'en' } })
    const opening = await put(stage, 'consent_opening', { ...about, opened_at: isoOf(at - ago) })
    return put(stage, 'consent_signature', {
      ...about,
      opening_id: opening,
      shown,
      document_hash: digest(shown).toString('hex'),
      choices: '{}',
      printed_name: signed.printedName,
      meaning: signed.meaning,
      signed_at: isoOf(at - ago),
      signed_by: stage.personId,
      confirmation_id: randomUUID(),
    })
  },
  withdrawal: (stage: Arranged, at: number, signatureId: string) =>
    put(stage, 'consent_withdrawal', {
      signature_id: signatureId,
      withdrawn_at: isoOf(at),
      withdrawn_by: stage.personId,
    }),
  suicide: (stage: Arranged, at: number, more: Row = {}) =>
    put(stage, 'suicide_check', {
      answer: 'no-thoughts',
      asked_by: stage.clinic.people.therapist.seatId,
      asked_at: isoOf(at),
      ...more,
    }),
  pressure: (stage: Arranged, at: number, more: Row = {}) =>
    put(stage, 'vital_reading', {
      session_id: stage.sessionId,
      systolic_mmhg: 124,
      diastolic_mmhg: 80,
      taken_at: isoOf(at - minute),
      recorded_by: stage.clinic.people.monitor.seatId,
      ...more,
    }),
  dose: (stage: Arranged, at: number, more: Row = {}) =>
    put(stage, 'dose', {
      course_id: stage.courseId,
      session_id: stage.sessionId,
      product: 'racemic',
      form: 'lozenge',
      route: 'sublingual',
      label_mg: 100,
      label_salt: 'base',
      base_mg: 100,
      given_by: stage.clinic.people.monitor.seatId,
      given_at: isoOf(at),
      recorded_by: stage.clinic.people.monitor.seatId,
      ...more,
    }),
  ride: (stage: Arranged, at: number, more: Row = {}) =>
    put(stage, 'ride_home', {
      session_id: stage.sessionId,
      name: 'Robin',
      phone: '+1 555 010 0111',
      named_by: stage.personId,
      named_at: isoOf(at),
      ...more,
    }),
  person: (stage: Arranged, at: number, more: Row = {}) =>
    put(stage, 'presence', {
      session_id: stage.sessionId,
      state: 'here',
      noted_by: stage.clinic.people.monitor.seatId,
      noted_at: isoOf(at),
      ...more,
    }),
  told: (stage: Arranged, at: number, more: Row) =>
    put(stage, 'day_told', {
      session_id: stage.sessionId,
      told_by: stage.clinic.people.monitor.seatId,
      told_at: isoOf(at),
      ...more,
    }),
  decision: async (stage: Arranged, at: number, more: Row) =>
    put(stage, 'day_decision', {
      session_id: stage.sessionId,
      proceed: true,
      reason: 'why',
      risk_benefit: 'weighed',
      mitigation: 'watched',
      document_hash: 'h',
      confirmation_id: await spent(stage),
      decided_by: stage.clinic.people.prescriber.seatId,
      decided_at: isoOf(at),
      ...more,
    }),
  asked: (stage: Arranged, at: number, more: Row = {}) =>
    put(stage, 'asked_alone', {
      session_id: stage.sessionId,
      wants_today: true,
      on_own_screen: true,
      asked_by: stage.personId,
      asked_at: isoOf(at),
      ...more,
    }),
}

export async function spent({ clinic }: Arranged): Promise<string> {
  const id = randomUUID()
  await clinic.owner.query(
    `insert into confirmation (id, account_id, login_id, document_hash, factor, made_at, used_at)
     select $1, l.account_id, l.id, $2, 'password+totp', now(), now() from login l limit 1`,
    [id, Buffer.alloc(32)],
  )
  return id
}

export interface Readied {
  readonly orderId: string
  readonly signatureId: string
  readonly rideId: string
  readonly at: number
}

/** Everything in place: every gate is met. */
export async function makeReady(stage: Stage): Promise<Readied> {
  await answerAllWell(stage.clinic, stage.personId)
  return putReady(stage, await careNowOf(stage.clinic))
}

/** What is to be in place besides the history, for which someone has to be asked. */
export async function putReady(
  stage: Arranged,
  at: number,
  { signed = false }: { signed?: boolean } = {},
): Promise<Readied> {
  const { therapist, monitor, prescriber } = stage.clinic.people
  const { orderId, signatureId } = signed ? noneOfIt : await putSigned(stage, at)
  await putting.suicide(stage, at)
  await putting.pressure(stage, at)
  const rideId = await putting.ride(stage, at)
  await putting.person(stage, at, { member_id: therapist.seatId })
  await putting.person(stage, at, { member_id: monitor.seatId })
  await putting.person(stage, at, { member_id: prescriber.seatId, state: 'reachable' })
  await putting.asked(stage, at, { safe_home: true, ride_id: rideId })
  for (const row of toldRows(at)) await putting.told(stage, at, row)
  return { orderId, signatureId, rideId, at }
}

const noneOfIt = { orderId: '', signatureId: '' }

async function putSigned(stage: Arranged, at: number) {
  const orderId = await putting.order(stage, at)
  await putting.clearance(stage, at)
  return { orderId, signatureId: await putting.consent(stage, at) }
}

/** What is told on the day: fasted, the kit looked at, someone stays, and the medicine counted. */
export const toldRows = (at: number): Row[] => [
  { kind: 'fasting', solid_at: isoOf(at - 14 * hour), clear_at: isoOf(at - 4 * hour) },
  { kind: 'equipment', items: kit },
  { kind: 'closing', until_at: isoOf(at + 9 * hour) },
  { kind: 'count', lot: 'A1', use_by: '2099-12-31', agrees: true },
  { kind: 'answers', answers: JSON.stringify(wellToday) },
  { kind: 'report', report_result: 'as-expected' },
]

export const readReady = async ({ clinic, sessionId }: Stage, as = clinic.people.monitor) =>
  (await clinic.ask(as, `/api/sessions/${sessionId}/ready`)).json()

export const release = ({ clinic, sessionId }: Stage, as = clinic.people.monitor): Promise<Response> =>
  clinic.ask(as, `/api/sessions/${sessionId}/release`, { body: { id: randomUUID() } })

/** Prazosin, as a referral would bring it: named, and not confirmed yet. */
export const takesPrazosin = (stage: Arranged): Promise<string> =>
  put(stage, 'history_item', {
    kind: 'medicine',
    item: JSON.stringify({
      kind: 'medicine',
      coded: { codings: [], text: 'Prazosin 2 mg at night' },
      status: 'active',
      intent: 'order',
      from: null,
      dosages: [],
      reasons: [],
      notes: [],
      source: { type: 'MedicationRequest', id: 'm' },
    }),
    fingerprint: randomBytes(32),
    received_by: stage.clinic.people.prescriber.seatId,
    received_at: isoOf(Date.now()),
  })

/** Moves the clock of care of the practice. */
export const passTime = ({ clinic }: Pick<Stage, 'clinic'>, ms: number) =>
  clinic.owner.query(
    `insert into care_clock (practice_id, ahead)
     select $1, coalesce((select ahead from care_clock where practice_id = $1 order by id desc limit 1), '0') + make_interval(secs => $2)`,
    [clinic.practiceId, ms / 1000],
  )
