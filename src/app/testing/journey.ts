import type { LightMyRequestResponse as Response } from 'fastify'
import { randomUUID } from 'node:crypto'
import { day, isoOf, minute } from '../../kernel/instant.ts'
import { addCourse, addPerson, assign, type Someone } from './arrange.ts'
import type { Clinic } from './clinic.ts'
import { answerAllWell, careNowOf } from './deciding.ts'

/** A session and whose it is, for the tests of a journey. */
export interface Stage {
  readonly clinic: Clinic
  readonly client: Someone
  readonly personId: string
  readonly courseId: string
  readonly sessionId: string
}

/** A client with their team, a course, and a session planned: nothing else is known yet. */
export async function stageSession(clinic: Clinic): Promise<Stage> {
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
export async function put(stage: Stage, table: string, row: Row): Promise<string> {
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

/** Each thing a release stands on, by the gate it opens. `at` is now, by the clock of care. */
export const putting = {
  order: (stage: Stage, at: number, more: Row = {}) =>
    put(stage, 'dose_order', {
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
      document_hash: '',
      confirmation_id: someId,
      signed_by: stage.clinic.people.prescriber.seatId,
      signed_at: isoOf(at - day),
      ...more,
    }),
  clearance: async (stage: Stage, at: number, more: Row = {}) =>
    put(stage, 'clearance', {
      decision: 'clear',
      reason: 'seen',
      valid_until: isoOf(at + 90 * day),
      acknowledged: [],
      findings: '[]',
      rules_version: '1',
      decided_by: stage.clinic.people.prescriber.seatId,
      decided_at: isoOf(at - day),
      document_hash: Buffer.alloc(32),
      confirmation_id: await spent(stage),
      factor: 'password+totp',
      ...more,
    }),
  consent: async (stage: Stage, at: number, ago = 2 * day) => {
    const opening = await put(stage, 'consent_opening', {
      document_id: 'd',
      document_version: '1',
      language: 'en',
      opened_at: isoOf(at - ago),
    })
    return put(stage, 'consent_signature', {
      opening_id: opening,
      document_id: 'd',
      document_version: '1',
      language: 'en',
      shown: '{}',
      document_hash: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      choices: '{}',
      printed_name: 'Ana',
      meaning: 'I agree',
      signed_at: isoOf(at - ago),
      signed_by: stage.personId,
      confirmation_id: randomUUID(),
    })
  },
  withdrawal: (stage: Stage, at: number, signatureId: string) =>
    put(stage, 'consent_withdrawal', {
      signature_id: signatureId,
      withdrawn_at: isoOf(at),
      withdrawn_by: stage.personId,
    }),
  suicide: (stage: Stage, at: number, more: Row = {}) =>
    put(stage, 'suicide_check', {
      answer: 'no-thoughts',
      asked_by: stage.clinic.people.therapist.seatId,
      asked_at: isoOf(at),
      ...more,
    }),
  pressure: (stage: Stage, at: number, more: Row = {}) =>
    put(stage, 'vital_reading', {
      session_id: stage.sessionId,
      systolic_mmhg: 124,
      diastolic_mmhg: 80,
      taken_at: isoOf(at - minute),
      recorded_by: stage.clinic.people.monitor.seatId,
      ...more,
    }),
  ride: (stage: Stage, at: number, more: Row = {}) =>
    put(stage, 'ride_home', {
      session_id: stage.sessionId,
      name: 'Robin',
      phone: '+1 555 010 0111',
      named_by: stage.personId,
      named_at: isoOf(at),
      ...more,
    }),
  person: (stage: Stage, at: number, more: Row = {}) =>
    put(stage, 'presence', {
      session_id: stage.sessionId,
      state: 'here',
      noted_by: stage.clinic.people.monitor.seatId,
      noted_at: isoOf(at),
      ...more,
    }),
  asked: (stage: Stage, at: number, more: Row = {}) =>
    put(stage, 'asked_alone', {
      session_id: stage.sessionId,
      wants_today: true,
      on_own_screen: true,
      asked_by: stage.personId,
      asked_at: isoOf(at),
      ...more,
    }),
}

async function spent({ clinic }: Stage): Promise<string> {
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
  const { clinic, personId } = stage
  const { therapist, monitor, prescriber } = clinic.people
  await answerAllWell(clinic, personId)
  const at = await careNowOf(clinic)
  const orderId = await putting.order(stage, at)
  await putting.clearance(stage, at)
  const signatureId = await putting.consent(stage, at)
  await putting.suicide(stage, at)
  await putting.pressure(stage, at)
  const rideId = await putting.ride(stage, at)
  await putting.person(stage, at, { member_id: therapist.seatId })
  await putting.person(stage, at, { member_id: monitor.seatId })
  await putting.person(stage, at, { member_id: prescriber.seatId, state: 'reachable' })
  await putting.asked(stage, at, { safe_home: true, ride_id: rideId })
  return { orderId, signatureId, rideId, at }
}

export const readReady = async ({ clinic, sessionId }: Stage, as = clinic.people.monitor) =>
  (await clinic.ask(as, `/api/sessions/${sessionId}/ready`)).json()

export const release = ({ clinic, sessionId }: Stage, as = clinic.people.monitor): Promise<Response> =>
  clinic.ask(as, `/api/sessions/${sessionId}/release`, { body: { id: randomUUID() } })

/** Moves the clock of care of the practice. */
export const passTime = ({ clinic }: Pick<Stage, 'clinic'>, ms: number) =>
  clinic.owner.query(
    `insert into care_clock (practice_id, ahead)
     select $1, coalesce((select ahead from care_clock where practice_id = $1 order by id desc limit 1), '0') + make_interval(secs => $2)`,
    [clinic.practiceId, ms / 1000],
  )
