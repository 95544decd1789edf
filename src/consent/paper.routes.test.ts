import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { consenting } from '../app/testing/consenting.ts'
import { hashOfDocument } from '../app/testing/credentials.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { onPaper, papersAt as at, saidOnPaper as said } from '../app/testing/papers.ts'
import { day } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { bookOf } from '../record/book.ts'
import { recordOf } from '../record/export.queries.ts'
import { en } from '../record/words.en.ts'
import { paperText } from './paper.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic
const { therapist, prescriber, monitor } = people
const { someone, sign, state: agreed } = consenting(clinic)
const papers = onPaper(clinic)
const { bring, read, stateOf, second, secondWith, ending, withdraw, notSo, drop, attested } = papers

describe('a consent on paper', () => {
  test('is kept as the paper says it, by whom and when it was seen, and counts for nothing until a second has seen it', async () => {
    const { seatId: personId } = await someone()
    const { id, reply } = await bring(personId)
    expect(reply.statusCode).toBe(200)
    expect(await read(personId)).toMatchObject([
      { id, ...said, state: 'one', first: { name: 'Member therapist' }, second: null, maySecond: false },
    ])
    expect((await read(personId, prescriber))[0]?.maySecond).toBe(true)
    expect((await second(personId, id)).statusCode).toBe(200)
    expect(await read(personId, prescriber)).toMatchObject([
      { state: 'two', second: { name: 'Member prescriber' }, maySecond: false },
    ])
  })

  test('is attested by two: the same member twice is refused, in the database too', async () => {
    const { seatId: personId } = await someone()
    const { id } = await bring(personId)
    const twice = await second(personId, id, therapist)
    expect([twice.statusCode, twice.json().kind]).toEqual([409, 'second-attests'])
    await expect(
      owner.query(
        `insert into paper_consent_second (practice_id, id, person_id, paper_id, document_hash, attested_by, attested_at,
           confirmation_id, factor, seal) values ($1, gen_random_uuid(), $2, $3, $4, $5, now(), gen_random_uuid(), 'passkey', $4)`,
        [practiceId, personId, id, 'a'.repeat(64), therapist.seatId],
      ),
    ).rejects.toThrow(/never the first/)
    expect(await stateOf(personId)).toBe('one')
  })

  test('is attested by a second one once, of two who try together', async () => {
    const { seatId: personId } = await someone()
    const { id } = await bring(personId)
    const codes = (await Promise.all([second(personId, id, prescriber), second(personId, id, monitor)])).map(
      ({ statusCode }) => statusCode,
    )
    expect(codes.toSorted()).toEqual([200, 409])
    expect((await second(personId, id, monitor)).json().kind).toBe('changed-meanwhile')
  })

  test('is signed over what was shown, by a fresh proof: not otherwise, and not twice', async () => {
    const { seatId: personId } = await someone()
    const { id, body } = await bring(personId)
    const again = { ...body, id: randomUUID() }
    expect((await ask(therapist, at(personId), { body: again })).json().kind).toBe('changed-meanwhile')
    const other = { ...body, keptWhere: 'Elsewhere' }
    expect((await ask(therapist, at(personId), { body: other })).json().kind).toBe('changed-meanwhile')
    expect(
      (await secondWith(personId, id, { as: prescriber, more: { confirmationId: randomUUID() } })).json()
        .kind,
    ).toBe('confirmation-needed')
    expect(
      (await secondWith(personId, id, { as: prescriber, more: { documentHash: 'a'.repeat(64) } })).json()
        .kind,
    ).toBe('changed-meanwhile')
    expect((await read(personId)).map(({ state }) => state)).toEqual(['one'])
  })

  test('has a day that can be, and is not ahead; a paper that names no version says so', async () => {
    const { seatId: personId } = await someone()
    const tomorrow = dayIn((await careNowOf(clinic)) + 2 * day, 'America/Los_Angeles')
    for (const [signedOn, fault] of [
      ['2026-02-30', 'not-a-date'],
      [tomorrow, 'ahead'],
    ] as const) {
      const { reply } = await bring(personId, therapist, { signedOn })
      expect([reply.statusCode, reply.json().fields]).toEqual([422, [{ path: 'signedOn', fault }]])
    }
    const { reply } = await bring(personId, therapist, { signedOn: '2026', formVersion: null })
    expect(reply.statusCode).toBe(200)
    expect(await read(personId)).toMatchObject([{ signedOn: '2026', formVersion: null }])
  })

  test('is brought in once for one intent', async () => {
    const { seatId: personId } = await someone()
    const id = randomUUID()
    const documentHash = hashOfDocument(paperText(personId, id, said))
    const confirmationId = await papers.confirmed(therapist, documentHash)
    const options = { intentKey: randomUUID(), body: { id, ...said, documentHash, confirmationId } }
    const replies = [await ask(therapist, at(personId), options), await ask(therapist, at(personId), options)]
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(await read(personId)).toHaveLength(1)
  })

  test('is the team’s to bring in and the client’s to read: not the desk’s, not another practice’s', async () => {
    const client = await someone()
    const personId = client.seatId
    const { id } = await bring(personId)
    for (const as of [people.coordinator, people.administrator, people.auditor]) {
      expect((await bring(personId, as)).reply.statusCode).toBe(403)
      expect((await ask(as, at(personId))).statusCode).toBe(403)
    }
    expect((await bring(personId, client)).reply.statusCode).toBe(403)
    expect((await second(personId, id, people.foreigner)).statusCode).toBe(404)
    for (const as of [people.foreigner, people.otherClient])
      expect((await ask(as, at(personId))).statusCode).toBe(404)
    const other = await someone()
    expect((await second(other.seatId, id)).json().kind).toBe('not-found')
    expect((await drop(other.seatId, id)).json().kind).toBe('not-found')
    expect((await withdraw(other.seatId, id, other)).json().kind).toBe('not-found')
    expect(await read(personId, client)).toMatchObject([{ id, formName: said.formName, maySecond: false }])
  })
})

describe('it ends', () => {
  test.each(['withdrawn', 'not-so'] as const)(
    'at once when whoever signed says “%s”, seen by one or by two, and somebody hears of it',
    async (how) => {
      for (const isSecond of [false, true]) {
        const client = await someone()
        const { id } = await bring(client.seatId)
        if (isSecond) await second(client.seatId, id)
        expect((await ending(how)(client.seatId, id, client)).statusCode).toBe(200)
        expect(await read(client.seatId)).toMatchObject([{ state: how, endedBy: 'Test' }])
        expect((await second(client.seatId, id, monitor)).json().kind).toBe('changed-meanwhile')
        expect((await ending(how)(client.seatId, id, client)).statusCode).toBe(200)
        const { rows } = await owner.query(`select distinct kind from task where person_id = $1`, [
          client.seatId,
        ])
        expect(rows).toEqual([{ kind: 'consent-withdrawn' }])
      }
    },
  )

  test('when a member hears it said; and by nobody else’s hand', async () => {
    const client = await someone()
    const id = await attested(client.seatId)
    expect((await withdraw(client.seatId, id, people.otherClient)).statusCode).toBe(404)
    expect((await withdraw(client.seatId, id, people.coordinator)).statusCode).toBe(403)
    expect((await withdraw(client.seatId, id, monitor)).statusCode).toBe(200)
    expect(await stateOf(client.seatId)).toBe('withdrawn')
  })

  test('with what was signed here, and takes that with it: a consent that is taken back is taken back', async () => {
    const one = await someone()
    await attested(one.seatId)
    await sign(one)
    await ask(one, `/api/people/${one.seatId}/agreement/withdrawals`, {
      body: { id: randomUUID(), part: 'all' },
    })
    expect(await stateOf(one.seatId)).toBe('withdrawn')
    const other = await someone()
    const id = await attested(other.seatId)
    await sign(other)
    expect((await notSo(other.seatId, id, other)).statusCode).toBe(200)
    expect((await agreed(other)).state).toBe('stands')
    expect((await withdraw(other.seatId, id, other)).statusCode).toBe(200)
    expect((await agreed(other)).state).toBe('withdrawn')
  })

  test('when the team brought it in by mistake, once, with a reason that the trail points to', async () => {
    const { seatId: personId } = await someone()
    const { id } = await bring(personId)
    expect((await drop(personId, id)).statusCode).toBe(200)
    expect((await drop(personId, id)).json().kind).toBe('changed-meanwhile')
    expect(await read(personId)).toMatchObject([
      { state: 'mistake', endedBy: 'Member monitor', reason: 'That was her sister’s.' },
    ])
    const { rows } = await owner.query(
      `select why from audit_event where action = 'paper.bring' and person_id = $1 and why is not null`,
      [personId],
    )
    expect(rows).toEqual([{ why: expect.stringMatching(/^reason paper_consent_end /) }])
  })

  test('a year after it was signed', async () => {
    const { seatId: personId } = await someone()
    const { id } = await bring(personId, therapist, { signedOn: '2024-05' })
    await second(personId, id)
    expect(await stateOf(personId)).toBe('expired')
  })

  test('as broken where what stands there is not what was attested', async () => {
    for (const change of [
      `update paper_consent set signed_on = '2026-05-15' where id = $1`,
      `update paper_consent set attested_by = '${monitor.seatId}' where id = $1`,
      `update paper_consent_second set attested_at = attested_at + interval '1 hour' where paper_id = $1`,
      `update paper_consent_second set document_hash = repeat('a', 64) where paper_id = $1`,
    ]) {
      const { seatId: personId } = await someone()
      const id = await attested(personId)
      await owner.query(change, [id])
      expect([change, await stateOf(personId)]).toEqual([change, 'broken'])
    }
  })
})

test('in the record it stands with its words and its two attesters’ days, and one that is over says so', async () => {
  const { seatId: personId } = await someone()
  await attested(personId)
  const over = await attested(personId)
  await drop(personId, over)
  const rows = await inPractice(clinic.db, serviceIn(practiceId, 'a test'), (tx) =>
    recordOf(tx, personId, 'self'),
  )
  const book = bookOf({ rows, withheld: [], words: en, moment: String, day: 'today' })
  const chapter = book.slice(book.indexOf(en.chapters.paper_consent)).split('</section>')[0]!
  expect(chapter.split(said.keptWhere)).toHaveLength(3)
  expect(chapter.split(en.gone)).toHaveLength(2)
  expect(book).toContain('That was her sister’s.')
  const { entry } = (await ask(therapist, `/api/people/${personId}/record`)).json()
  const kinds = entry.map(({ resource }: { resource: { id: string; resourceType: string } }) => [
    resource.id,
    resource.resourceType,
  ])
  expect(kinds).toContainEqual([over, 'Basic'])
})
