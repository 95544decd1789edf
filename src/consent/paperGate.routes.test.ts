import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { addPerson } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { consenting } from '../app/testing/consenting.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { makeReady, putting, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'
import { onPaper } from '../app/testing/papers.ts'
import { allSigned } from '../app/testing/signing.ts'
import { isoOf } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, owner, practiceId } = clinic
const { therapist, monitor } = people
const { someone } = consenting(clinic)
const { bring, second, withdraw, notSo, drop, attested } = onPaper(clinic)

const consentGate = async (stage: Stage) =>
  (await readReady(stage)).gates.find((one: { id: string }) => one.id === 'consent')

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
