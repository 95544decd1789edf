import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addCourse, addGuest, addMember, addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { day, hour, isoOf } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

interface Place {
  readonly client: Someone
  readonly courseId: string
  readonly sessionId: string
}

async function someone(): Promise<Place> {
  const client = await addPerson(owner, practiceId)
  for (const member of [people.therapist, people.prescriber, people.monitor])
    await assign(owner, { member, personId: client.seatId })
  return { client, ...(await addCourse(owner, practiceId, client.seatId)) }
}
const tell = (
  { client, courseId }: Place,
  what: string,
  { as = client, ...body }: Record<string, unknown> & { as?: Someone },
) => ask(as, `/api/courses/${courseId}/${what}`, { body: { id: randomUUID(), ...body } })
const read = async ({ client, courseId }: Place, who: Someone = client) =>
  (await ask(who, `/api/courses/${courseId}/preparation`)).json()
const belief = { words: 'I am not safe', rating: 85, ratingId: randomUUID() }

async function told(): Promise<Place> {
  const place = await someone()
  await tell(place, 'intentions', { words: 'To be less afraid' })
  await tell(place, 'beliefs', { ...belief, ratingId: randomUUID() })
  await tell(place, 'comforts', { helps: 'a warm blanket', hinders: 'sudden sounds' })
  await tell(place, 'stop-signal', { word: 'harbor', gesture: 'left hand up' })
  return place
}

/** A dose so long ago by the clock of care, and the discharge. */
async function dosed({ client, courseId, sessionId }: Place, doseAgo: number, dischargeAgo?: number) {
  const { rows } = await owner.query('select care_now($1) as now', [practiceId])
  const before = (ago: number) => isoOf(rows[0].now.getTime() - ago)
  const here = [practiceId, client.seatId, courseId, sessionId, people.prescriber.seatId]
  await owner.query(
    `insert into dose (practice_id, person_id, course_id, session_id, given_by, recorded_by, id, product, form, route,
       label_mg, label_salt, base_mg, given_at, deviation, because)
     values ($1, $2, $3, $4, $5, $5, $6, 'racemic', 'lozenge', 'sublingual', 100, 'base', 100, $7, true, '{test}')`,
    [...here, randomUUID(), before(doseAgo)],
  )
  if (dischargeAgo !== undefined)
    await owner.query(
      `insert into discharge (practice_id, person_id, course_id, session_id, discharged_by, id, criteria, discharged_at)
       values ($1, $2, $3, $4, $5, $6, '[]', $7)`,
      [...here, randomUUID(), before(dischargeAgo)],
    )
}

describe('what a client brings', () => {
  test('in their own words, with how true it feels; the newest intention holds, the older ones are kept', async () => {
    const place = await told()
    await tell(place, 'intentions', { words: 'To rest' })
    const prepared = await read(place)
    expect(prepared.intentions.map(({ words }: { words: string }) => words)).toEqual([
      'To rest',
      'To be less afraid',
    ])
    expect(prepared.beliefs).toMatchObject([{ words: 'I am not safe', ratings: [{ rating: 85 }] }])
    expect(prepared).toMatchObject({
      comfort: { helps: 'a warm blanket', hinders: 'sudden sounds' },
      stop: { word: 'harbor', gesture: 'left hand up' },
      audience: 'team',
    })
  })

  test('a belief without a rating, or with one that cannot be, is not taken; half of it neither', async () => {
    const place = await someone()
    for (const rating of [undefined, -1, 101, 50.5, '80'])
      expect((await tell(place, 'beliefs', { ...belief, rating })).statusCode).toBe(422)
    const other = await told()
    const { rows } = await owner.query('select id from belief_rating limit 1')
    expect((await tell(place, 'beliefs', { ...belief, ratingId: rows[0].id })).statusCode).toBeGreaterThan(
      400,
    )
    expect((await read(place)).beliefs).toEqual([])
    expect((await read(other)).beliefs).toHaveLength(1)
    clinic.faults.length = 0
  })

  test('an empty stop signal is none', async () =>
    expect((await tell(await someone(), 'stop-signal', { word: ' ', gesture: '' })).statusCode).toBe(422))

  test('nobody speaks for a client', async () => {
    const place = await someone()
    for (const who of [people.therapist, people.prescriber, people.coordinator])
      expect((await tell(place, 'intentions', { words: 'theirs', as: who })).statusCode).toBe(403)
  })

  test('a rating of a belief of another course is not found', async () => {
    const [mine, other] = [await told(), await told()]
    const [{ id }] = (await read(other)).beliefs
    expect((await tell(mine, `beliefs/${id}/ratings`, { rating: 3 })).statusCode).toBe(404)
  })
})

describe('who reads it', () => {
  const seen = async (place: Place, who: Someone) => {
    const { intentions, beliefs, comfort } = await read(place, who)
    return intentions.length + beliefs.length + (comfort ? 1 : 0)
  }

  test('the team, until the client chooses otherwise; then only therapists; then no one but the client', async () => {
    const place = await told()
    expect(await seen(place, people.monitor)).toBe(3)
    await tell(place, 'preparation/readers', { audience: 'therapist' })
    expect([await seen(place, people.therapist), await seen(place, people.monitor)]).toEqual([3, 0])
    await tell(place, 'preparation/readers', { audience: 'no-one' })
    expect([await seen(place, people.therapist), await seen(place, place.client)]).toEqual([0, 3])
  })

  test('the stop word is for everyone in the room, always', async () => {
    const place = await told()
    await tell(place, 'preparation/readers', { audience: 'no-one' })
    expect((await read(place, people.monitor)).stop).toEqual({ word: 'harbor', gesture: 'left hand up' })
  })

  test('a guest of this course reads as a therapist does; of another, not at all', async () => {
    const [place, other] = [await told(), await told()]
    const home = await addMember(owner, clinic.elsewhere, ['therapist'])
    const guest = await addGuest(
      owner,
      { practiceId, personId: place.client.seatId, courseId: place.courseId },
      home,
    )
    expect(await seen(place, guest)).toBe(3)
    expect((await ask(guest, `/api/courses/${other.courseId}/preparation`)).statusCode).toBe(404)
    await tell(place, 'preparation/readers', { audience: 'no-one' })
    expect(await seen(place, guest)).toBe(0)
  })

  test('the database holds the line: a query that asks for everything gets nothing that is kept', async () => {
    const place = await told()
    await tell(place, 'preparation/readers', { audience: 'no-one' })
    await owner.query('begin')
    await owner.query(`select set_config('app.practice_id', $1, true), set_config('app.seat_id', $2, true)`, [
      practiceId,
      people.therapist.seatId,
    ])
    await owner.query('set local role throughline_app')
    const { rows } = await owner.query(
      `select (select count(*) from intention where course_id = $1) + (select count(*) from belief where course_id = $1)
         + (select count(*) from belief_rating where course_id = $1) + (select count(*) from comfort where course_id = $1) as n`,
      [place.courseId],
    )
    await owner.query('rollback')
    expect(rows).toEqual([{ n: '0' }])
  })

  test('after a dose it can be closed at once and opened only a day after discharge', async () => {
    const place = await told()
    await dosed(place, 2 * hour)
    expect((await tell(place, 'preparation/readers', { audience: 'no-one' })).statusCode).toBe(200)
    expect((await tell(place, 'preparation/readers', { audience: 'team' })).json().kind).toBe(
      'nothing-widens-yet',
    )
  })
})

describe('rating again', () => {
  test('a week after the dose each belief is asked for, once; the ratings make a line', async () => {
    const place = await told()
    const [{ id }] = (await read(place)).beliefs
    expect((await read(place)).rateAgain).toEqual([])
    await owner.query(`insert into care_clock (practice_id, ahead) values ($1, '8 days')`, [practiceId])
    await dosed(place, 7 * day + hour, 7 * day - 2 * hour)
    expect((await read(place)).rateAgain).toEqual([id])
    expect((await tell(place, `beliefs/${id}/ratings`, { rating: 40 })).statusCode).toBe(200)
    const after = await read(place)
    expect(after.rateAgain).toEqual([])
    expect(after.beliefs[0].ratings.map(({ rating }: { rating: number }) => rating)).toEqual([85, 40])
  })

  test('between a dose and discharge nothing is rated', async () => {
    const place = await told()
    const [{ id }] = (await read(place)).beliefs
    await dosed(place, hour)
    expect((await tell(place, `beliefs/${id}/ratings`, { rating: 10 })).json().kind).toBe('rest-first')
    expect((await tell(place, 'beliefs', { ...belief, ratingId: randomUUID() })).json().kind).toBe(
      'rest-first',
    )
    expect((await tell(place, 'intentions', { words: 'still mine to say' })).statusCode).toBe(200)
  })
})
