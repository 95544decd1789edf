import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import type { Someone } from '../app/testing/arrange.ts'
import { addPerson } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { consenting } from '../app/testing/consenting.ts'
import { giveConfirmation, hashOfDocument } from '../app/testing/credentials.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { makeReady, putting, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'
import { allSigned } from '../app/testing/signing.ts'
import { day, isoOf } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { paperSecondText, paperText, type PaperSaid } from './paper.ts'
import type { Paper } from './paper.contract.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, clock } = clinic
const { therapist, prescriber, monitor } = people
const { someone, sign, state: agreed } = consenting(clinic)

const said: PaperSaid = {
  formName: 'Consent to ketamine treatment',
  formVersion: '3',
  signedOn: '2026-05-14',
  signerName: 'Ana Prueba',
  signedAs: 'self',
  language: 'en',
  keptWhere: 'Blue folder, second shelf',
}
const at = (personId: string, path = '') => `/api/people/${personId}/paper-consents${path}`

async function bring(personId: string, as: Someone = therapist, more: Partial<PaperSaid> = {}) {
  const id = randomUUID()
  const documentHash = hashOfDocument(paperText(personId, id, { ...said, ...more }))
  const confirmationId = await giveConfirmation(owner, { who: as, documentHash, at: clock.machineNow })
  const body = { id, ...said, ...more, documentHash, confirmationId }
  return { id, body, reply: await ask(as, at(personId), { body }) }
}

const second = (personId: string, paperId: string, as: Someone = prescriber) =>
  secondWith(personId, paperId, { as })

async function secondWith(
  personId: string,
  paperId: string,
  { as, more = {} }: { as: Someone; more?: object },
) {
  const papers = await read(personId, as === people.foreigner ? therapist : as).catch(() => [])
  const first = papers.find(({ id }) => id === paperId)?.documentHash ?? '0'.repeat(64)
  const documentHash = hashOfDocument(paperSecondText(paperId, first))
  const confirmationId = await giveConfirmation(owner, { who: as, documentHash, at: clock.machineNow })
  const body = { id: randomUUID(), documentHash, confirmationId, ...more }
  return ask(as, at(personId, `/${paperId}/second`), { body })
}

const read = async (personId: string, as: Someone = therapist): Promise<Paper[]> =>
  (await ask(as, at(personId))).json().papers ?? []
const stateOf = async (personId: string) => (await read(personId))[0]?.state
const ending = (how: string) => (personId: string, paperId: string, as: Someone) =>
  ask(as, at(personId, `/${paperId}/withdrawals`), { body: { id: randomUUID(), how } })
const withdraw = ending('withdrawn')
const notSo = ending('not-so')
const drop = (personId: string, paperId: string, as: Someone = monitor) =>
  ask(as, at(personId, `/${paperId}/mistake`), {
    body: { id: randomUUID(), reason: 'That was her sister’s.' },
  })
const consentGate = async (stage: Stage) =>
  (await readReady(stage)).gates.find((one: { id: string }) => one.id === 'consent')

/** Brought in by one, seen by another. */
async function attested(personId: string): Promise<string> {
  const { id } = await bring(personId)
  expect((await second(personId, id)).statusCode).toBe(200)
  return id
}

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
    const confirmationId = await giveConfirmation(owner, {
      who: therapist,
      documentHash,
      at: clock.machineNow,
    })
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

describe('it opens no gate', () => {
  const unsigned = async () => {
    const stage = await stageSession(clinic)
    const { orderId } = await makeReady(stage)
    await owner.query('delete from consent_signature where person_id = $1', [stage.personId])
    return { stage, orderId }
  }

  test('the ready screen says that it is there, and that the client signs here; nothing is released', async () => {
    const { stage } = await unsigned()
    expect((await consentGate(stage)).because.code).toBe('consent-unsigned')
    const id = await attested(stage.personId)
    expect(await consentGate(stage)).toMatchObject({
      state: 'waiting',
      because: { code: 'consent-paper-only', at: expect.any(Number) },
    })
    expect((await release(stage)).json().kind).toBe('gates-open')
    await withdraw(stage.personId, id, stage.client)
    expect(await consentGate(stage)).toMatchObject({
      state: 'stop',
      because: { code: 'consent-withdrawn', at: expect.any(Number) },
    })
    await putting.consent(stage, await careNowOf(clinic))
    expect((await consentGate(stage)).because.code).toBe('consent-stands')
  })

  test('a paper that is not so, or was a mistake, says nothing any more', async () => {
    const { stage } = await unsigned()
    await notSo(stage.personId, await attested(stage.personId), stage.client)
    await drop(stage.personId, await attested(stage.personId))
    expect((await consentGate(stage)).because.code).toBe('consent-unsigned')
  })

  test('straight from the database either: seen by one, by two, or taken back; a signature here does', async () => {
    const app = new pg.Client(clinic.appUrl)
    await app.connect()
    const tried = async ({ stage, orderId }: Awaited<ReturnType<typeof unsigned>>) => {
      const place = [practiceId, stage.personId, stage.courseId, stage.sessionId]
      const evaluation = randomUUID()
      await app.query('begin')
      try {
        await app.query(`select set_config('app.practice_id', $1, true)`, [practiceId])
        const findings = ['findings', 'standing', 'medicines', 'pregnancy'].map((id) => ({
          id,
          state: 'met',
        }))
        await app.query(
          `insert into gate_evaluation (practice_id, person_id, course_id, session_id, id, facts_version, verdict, findings, evaluated_by,
             evaluated_at, verified)
           select $1, $2, $3, $4, $5, version, 'clear', $6, $7, now(), ${allSigned} from course_facts where course_id = $3`,
          [...place, evaluation, JSON.stringify(findings), monitor.seatId],
        )
        await app.query(
          `insert into release (practice_id, person_id, course_id, session_id, id, order_id, evaluation_id, released_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [...place, randomUUID(), orderId, evaluation, monitor.seatId],
        )
        await app.query('commit')
        return 'released'
      } catch (cause) {
        await app.query('rollback')
        return (cause as Error).message
      }
    }
    const one = await unsigned()
    const { id } = await bring(one.stage.personId)
    expect(await tried(one)).toBe('a gate does not hold')
    await second(one.stage.personId, id)
    expect(await tried(one)).toBe('a gate does not hold')
    await withdraw(one.stage.personId, id, one.stage.client)
    expect(await tried(one)).toBe('a gate does not hold')
    await putting.consent(one.stage, await careNowOf(clinic))
    expect(await tried(one)).toBe('released')
    await app.end()
  })
})

describe('past the app', () => {
  const row = `insert into paper_consent (practice_id, id, person_id, form_name, signed_on, signer_name, signed_as, language, kept_where,
    document_hash, attested_by, attested_at, confirmation_id, factor, seal)
    values ($1, gen_random_uuid(), $2, 'F', '2026', 'A', 'self', 'en', 'W', repeat('a', 64), $3, $4, gen_random_uuid(), 'passkey', repeat('a', 64))`

  test('nobody writes it in another’s name, changes it or removes it', async () => {
    const client = await someone()
    const id = await attested(client.seatId)
    const app = new pg.Client(clinic.appUrl)
    await app.connect()
    const as = async (seatId: string, text: string, values: unknown[]) => {
      await app.query('begin')
      await app.query(`select set_config('app.practice_id', $1, true), set_config('app.seat_id', $2, true)`, [
        practiceId,
        seatId,
      ])
      const failed = await app.query(text, values).then(
        () => 'written',
        (cause: Error) => cause.message,
      )
      await app.query('rollback')
      return failed
    }
    const at = isoOf(await careNowOf(clinic))
    const by = (seatId: string) => [practiceId, client.seatId, seatId, at]
    expect(await as(therapist.seatId, row, by(therapist.seatId))).toBe('written')
    expect(await as(monitor.seatId, row, by(therapist.seatId))).toMatch(/row-level security/)
    expect(await as(people.coordinator.seatId, row, by(people.coordinator.seatId))).toMatch(/a therapist, a/)
    const end = `insert into paper_consent_end (practice_id, id, person_id, paper_id, how, reason, ended_by, ended_at)
      values ($1, gen_random_uuid(), $2, $5, $6, $7, $3, $4)`
    const stranger = await addPerson(owner, practiceId)
    expect(await as(stranger.seatId, end, [...by(stranger.seatId), id, 'withdrawn', null])).toMatch(
      /the client or the team/,
    )
    expect(await as(client.seatId, end, [...by(client.seatId), id, 'mistake', 'x'])).toMatch(
      /the client or the team/,
    )
    expect(await as(client.seatId, end, [...by(client.seatId), id, 'withdrawn', null])).toBe('written')
    for (const table of ['paper_consent', 'paper_consent_second', 'paper_consent_end'])
      for (const change of [`delete from ${table}`, `update ${table} set recorded_at = now()`])
        expect(await as(therapist.seatId, change, [])).toMatch(/permission denied/)
    await app.end()
  })
})
