import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { consenting } from '../app/testing/consenting.ts'
import { day, hour } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { ask, owner, practiceId, people, clock } = clinic
const { someone, sign, tell, withdraw, dosed } = consenting(clinic)
beforeEach(() => void (clock.machineNow = machineStart))
await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])

interface Under {
  readonly client: Someone
  readonly courseId: string
}

/** Readers closed, an insight kept to themself, a stop word: then a dose, so long ago, and a discharge. */
async function under(doseAgo: number, dischargeAgo?: number): Promise<Under> {
  const client = await someone()
  await sign(client)
  const { courseId } = await dosed(client, doseAgo, dischargeAgo)
  return { client, courseId }
}

const readers = ({ client, courseId }: Under, audience: string) =>
  ask(client, `/api/courses/${courseId}/preparation/readers`, { body: { id: randomUUID(), audience } })
const stop = ({ client, courseId }: Under, word: string) =>
  ask(client, `/api/courses/${courseId}/stop-signal`, { body: { id: randomUUID(), word, gesture: '' } })

test('each table through which something could widen is guarded by the database, and no other', async () => {
  const { rows } = await owner.query(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgname = 'not_under_medicine' order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'consent_rehearsal',
    'consent_signature',
    'guest_grant',
    'guest_joining',
    'insight_sharing',
    'preparation_reader',
    'stop_signal',
    'teach_back',
    'teach_back_talk',
  ])
})

describe('from the dose until a day after discharge', () => {
  test.each([
    ['an hour after the dose', [hour]],
    ['an hour after discharge', [4 * hour, hour]],
  ] as const)('%s readers are closed and never opened', async (_, [dose, discharge]) => {
    const mine = await under(dose, discharge)
    expect((await readers(mine, 'no-one')).statusCode).toBe(200)
    expect((await readers(mine, 'therapist')).json().kind).toBe('nothing-widens-yet')
    const straight = owner.query(
      `insert into preparation_reader (practice_id, id, person_id, course_id, audience, chosen_at)
       values ($1, $2, $3, $4, 'therapist', now())`,
      [practiceId, randomUUID(), mine.client.seatId, mine.courseId],
    )
    await expect(straight).rejects.toMatchObject({ code: 'TL001' })
  })

  test('an insight is kept to oneself and never shared further, not even past the server', async () => {
    const { client, courseId } = await under(hour)
    const insightId = randomUUID()
    await owner.query(
      `insert into insight (practice_id, id, person_id, course_id, words, arisen_at) values ($1, $2, $3, $4, 'w', now())`,
      [practiceId, insightId, client.seatId, courseId],
    )
    const share = (audience: string) =>
      owner.query(
        `insert into insight_sharing (practice_id, id, person_id, insight_id, audience, decided_at)
         values ($1, $2, $3, $4, $5, now())`,
        [practiceId, randomUUID(), client.seatId, insightId, audience],
      )
    await share('no-one')
    await expect(share('team')).rejects.toMatchObject({ code: 'TL001' })
  })

  test('a first way to say stop is always taken; no other takes its place', async () => {
    const mine = await under(hour)
    expect((await stop(mine, 'Harbor')).statusCode).toBe(200)
    expect((await stop(mine, 'Island')).json().kind).toBe('nothing-widens-yet')
    const straight = owner.query(
      `insert into stop_signal (practice_id, id, person_id, course_id, word, gesture, said_at)
       values ($1, $2, $3, $4, 'Island', '', now())`,
      [practiceId, randomUUID(), mine.client.seatId, mine.courseId],
    )
    await expect(straight).rejects.toMatchObject({ code: 'TL001' })
  })

  test('taking back works at once, and safety goes on: the team is told, the room still measures', async () => {
    const { client } = await under(hour)
    for (const part of ['touch:hand', 'recording', 'touch', 'all'])
      expect([part, (await withdraw(client, part)).statusCode]).toEqual([part, 200])
    const { rows } = await owner.query(`select id from journey_session where person_id = $1`, [client.seatId])
    const fact = { id: randomUUID(), corrects: null, struck: false }
    const reading = await ask(people.monitor, `/api/sessions/${rows[0].id}/vitals`, {
      body: { ...fact, heartRateBpm: 72, takenAt: new Date().toISOString() },
    })
    expect(reading.statusCode).toBe(200)
  })
})

test('a day after discharge all of it may be opened again', async () => {
  const mine = await under(2 * day, day + hour)
  await readers(mine, 'no-one')
  expect((await readers(mine, 'team')).statusCode).toBe(200)
  await stop(mine, 'Harbor')
  expect((await stop(mine, 'Island')).statusCode).toBe(200)
  expect((await tell(mine.client)).statusCode).toBe(200)
})
