import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation } from '../app/testing/credentials.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { putReady, putting, readReady, stageSession } from '../app/testing/journey.ts'
import { hour } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import { waitDocument } from './wait.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, clock } = clinic

async function decide(hours: number, { who = people.prescriber, reason = 'A crisis bed is booked.' } = {}) {
  const id = randomUUID()
  const documentHash = digest(waitDocument({ id, hours, reason })).toString('hex')
  const confirmationId = await giveConfirmation(owner, { who, documentHash, at: clock.machineNow })
  return ask(who, '/api/consent-wait', { body: { id, hours, reason, confirmationId } })
}
const read = async (who: Someone = people.therapist) => (await ask(who, '/api/consent-wait')).json()
const consent = async (stage: Awaited<ReturnType<typeof stageSession<typeof clinic>>>) =>
  (await readReady(stage)).gates.find(({ id }: { id: string }) => id === 'consent').because.code
const inSql = async (sessionId: string) => {
  const { rows } = await owner.query(
    `select consent_gate(s, e.document, care_now(s.practice_id)) as met from journey_session s
     join course c on c.id = s.course_id
     join protocol_edition e on e.id = c.protocol_id and e.version = c.protocol_version where s.id = $1`,
    [sessionId],
  )
  return rows[0].met
}

test('24 hours, until a prescriber decides otherwise in writing; the screens and the database go by it', async () => {
  await owner.query(`select set_config('app.practice_id', $1, false)`, [clinic.practiceId])
  const stage = await stageSession(clinic)
  const at = await careNowOf(clinic)
  await putting.consent(stage, at, 3 * hour)
  expect(await read()).toEqual({ hours: 24, own: null, can: { set: false } })
  expect([await consent(stage), await inSql(stage.sessionId)]).toEqual(['consent-too-young', false])
  expect((await decide(2)).statusCode).toBe(200)
  expect([await consent(stage), await inSql(stage.sessionId)]).toEqual(['consent-stands', true])
  expect(await read(people.prescriber)).toMatchObject({
    hours: 2,
    own: { reason: 'A crisis bed is booked.' },
    can: { set: true },
  })
  expect((await decide(4)).statusCode).toBe(200)
  expect([await consent(stage), await inSql(stage.sessionId)]).toEqual(['consent-too-young', false])
})

test('a signature that was altered holds the gate, on the screen and in the database', async () => {
  await owner.query(`select set_config('app.practice_id', $1, false)`, [clinic.practiceId])
  const stage = await stageSession(clinic)
  const { at } = await putReady(stage, await careNowOf(clinic))
  expect(at).toBeGreaterThan(0)
  expect([await consent(stage), await inSql(stage.sessionId)]).toEqual(['consent-stands', true])
  await owner.query(`update consent_signature set printed_name = 'Eve' where person_id = $1`, [
    stage.personId,
  ])
  expect([await consent(stage), await inSql(stage.sessionId)]).toEqual(['consent-broken', false])
  // One that is whole and new does not make an old one of it.
  await putting.consent(stage, await careNowOf(clinic), 0)
  expect([await consent(stage), await inSql(stage.sessionId)]).toEqual(['consent-too-young', false])
})

test('not without a reason, not nothing, not by anyone else, and not without proof that it is them', async () => {
  expect((await decide(2, { reason: ' ' })).json().kind).toBe('malformed')
  expect((await decide(0)).json().kind).toBe('malformed')
  expect((await decide(169)).json().kind).toBe('malformed')
  for (const who of [people.therapist, people.administrator, people.monitor])
    expect((await decide(2, { who })).statusCode).toBe(403)
  const body = { id: randomUUID(), hours: 2, reason: 'r', confirmationId: randomUUID() }
  expect((await ask(people.prescriber, '/api/consent-wait', { body })).json().kind).toBe(
    'confirmation-needed',
  )
})
