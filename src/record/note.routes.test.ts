import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addCourse,
  addGuest,
  addMember,
  addPerson,
  assign,
  endGuest,
  type Someone,
} from '../app/testing/arrange.ts'
import { canary, leaks } from '../app/testing/canaries.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { hour } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, ask, practiceId, people } = clinic
const client = people.client
const { courseId, sessionId } = await addCourse(owner, practiceId, client.seatId)
const other = await addCourse(owner, practiceId, people.otherClient.seatId)
const secret = canary('note', client.seatId)
let guest: Someone
let colleague: Someone

beforeAll(async () => {
  const home = await addMember(owner, clinic.elsewhere, ['therapist'])
  guest = await addGuest(owner, { practiceId, personId: client.seatId, courseId }, home)
  colleague = await addMember(owner, practiceId, ['therapist'])
  await assign(owner, { member: colleague, personId: client.seatId })
})

const url = `/api/courses/${courseId}/notes`
const write = (as: Someone, words: string, more: object = {}) =>
  ask(as, url, {
    body: { id: randomUUID(), words, sessionId: null, corrects: null, at: Date.now(), ...more },
  })
const draft = (as: Someone, words: string) =>
  ask(as, `${url}/draft`, { body: { words, sessionId: null, corrects: null } })
const read = async (as: Someone) => (await ask(as, url)).json()
const wordsOf = async (as: Someone) => (await read(as)).notes.map(({ words }: { words: string }) => words)

describe('a psychotherapy note', () => {
  test('is read by its author, and by nobody else who takes part, not even another therapist', async () => {
    expect((await write(people.therapist, `${secret} of the therapist`)).statusCode).toBe(200)
    expect((await write(guest, `${secret} of the guest`, { sessionId })).statusCode).toBe(200)
    expect(await wordsOf(people.therapist)).toEqual([`${secret} of the therapist`])
    expect(await wordsOf(guest)).toEqual([`${secret} of the guest`])
    expect(await wordsOf(colleague)).toEqual([])
    for (const who of [people.prescriber, people.monitor, people.coordinator, people.administrator])
      expect((await ask(who, url)).statusCode).toBe(403)
    for (const who of [people.auditor, client]) expect((await ask(who, url)).statusCode).toBe(403)
    expect((await ask(people.foreigner, url)).statusCode).toBe(404)
  })

  test('stands in no record, chart, thread, list of openings or account of anyone else', async () => {
    const person = `/api/people/${client.seatId}`
    const asked: [Someone, string][] = [
      [client, `${person}/record`],
      [client, `${person}/openings`],
      [client, `${person}/thread`],
      [people.therapist, `${person}/record`],
      [people.therapist, `${person}/chart`],
      [people.therapist, '/api/board'],
      [people.prescriber, `${person}/record`],
      [people.administrator, `${person}/openings`],
      [client, '/api/account/notes'],
      [colleague, '/api/account/notes'],
    ]
    for (const [who, path] of asked) {
      const reply = await ask(who, path)
      expect([path, reply.statusCode]).toEqual([path, 200])
      expect(reply.body).not.toContain(secret)
    }
    const { entry } = (await ask(client, `${person}/record`)).json()
    expect(JSON.stringify(entry.at(-1))).toContain('whether there are any or not')
    const { entry: none } = (
      await ask(people.otherClient, `/api/people/${people.otherClient.seatId}/record`)
    ).json()
    expect(JSON.stringify(none.at(-1))).toContain('whether there are any or not')
  })

  test('is told apart by the scanner: its author may be shown it, another therapist may not', async () => {
    expect(await leaks(owner, secret, people.therapist)).toEqual([])
    expect(await leaks(owner, secret, guest)).toEqual([])
    for (const who of [colleague, people.prescriber, people.administrator, people.auditor, client])
      expect(await leaks(owner, secret, who)).toHaveLength(1)
  })

  test('is fenced by the database on its author’s seat, whatever a query asks for', async () => {
    const actors: [Record<string, string>, number][] = [
      [{ seat_id: people.therapist.seatId, account_id: people.therapist.accountId }, 1],
      [{ seat_id: colleague.seatId, account_id: colleague.accountId }, 0],
      [{ seat_id: people.administrator.seatId, account_id: people.therapist.accountId }, 0],
      [{ seat_id: client.seatId, person_id: client.seatId, account_id: client.accountId }, 0],
      [{}, 0],
    ]
    for (const [acting, n] of actors) expect(await countAs({ practice_id: practiceId, ...acting })).toBe(n)
  })

  test('cannot be written in another’s name, nor by someone who does not take part as a therapist', async () => {
    const forged = (acting: Record<string, string>, author: Someone) =>
      asApp({ practice_id: practiceId, ...acting }, async () => {
        await owner.query(
          `insert into psychotherapy_note (practice_id, id, person_id, course_id, author_seat, author_account, sealed, written_at)
           values ($1, $2, $3, $4, $5, $6, 'x', now())`,
          [practiceId, randomUUID(), client.seatId, courseId, author.seatId, author.accountId],
        )
      })
    const as = (who: Someone) => ({ seat_id: who.seatId, account_id: who.accountId })
    await expect(forged(as(colleague), people.therapist)).rejects.toMatchObject({ code: '42501' })
    await expect(forged(as(people.prescriber), people.prescriber)).rejects.toMatchObject({ code: '42501' })
    const asClient = { ...as(client), person_id: client.seatId }
    await expect(forged(asClient, client)).rejects.toMatchObject({ code: '42501' })
    await expect(forged(as(colleague), colleague)).resolves.toBeUndefined()
  })

  test('leaves no words in the database, nor in what is kept of the intent', async () => {
    const words = 'Nobody who holds a copy of the database reads this.'
    await write(people.therapist, words)
    await draft(people.therapist, words)
    const { rows } = await owner.query(
      `select coalesce(string_agg(t, ' '), '') as all from (
         select encode(sealed, 'escape') as t from psychotherapy_note
         union all select encode(sealed, 'escape') from psychotherapy_note_draft
         union all select answer::text || encode(content_hash, 'hex') from intent
         union all select row(e.*)::text from audit_event e) x`,
    )
    expect(rows[0].all).not.toContain('holds a copy')
    expect(await wordsOf(people.therapist)).toContain(words)
  })

  test('does not open when it is moved to another place', async () => {
    const id = randomUUID()
    await write(colleague, 'Mine', { id })
    await owner.query(
      'update psychotherapy_note set sealed = (select sealed from psychotherapy_note where author_seat = $1 limit 1) where id = $2',
      [people.therapist.seatId, id],
    )
    expect((await ask(colleague, url)).statusCode).toBe(500)
    await owner.query('delete from psychotherapy_note where author_seat = $1', [colleague.seatId])
    clinic.faults.length = 0
  })

  test('is never changed: a correction is a note of its own, and points at the first', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    await write(colleague, 'He was angry', { id: first })
    expect((await write(colleague, 'He was afraid', { id: second, corrects: first })).statusCode).toBe(200)
    expect((await read(colleague)).notes).toMatchObject([
      { id: first, words: 'He was angry', corrects: null },
      { id: second, words: 'He was afraid', corrects: first },
    ])
    const again = await write(colleague, 'Again', { corrects: first })
    expect([again.statusCode, again.json().kind]).toEqual([409, 'corrected-already'])
    const foreign = await write(guest, 'Not mine', { corrects: first })
    expect([foreign.statusCode, foreign.json().kind]).toEqual([409, 'nothing-to-correct'])
  })

  test('is about a session of that course, or about the course; of another, it is refused', async () => {
    expect((await write(colleague, 'x', { sessionId: other.sessionId })).statusCode).toBe(404)
    expect((await ask(colleague, `/api/courses/${other.courseId}/notes`)).statusCode).toBe(403)
  })

  test('is dated when it was written, and never ahead of the clock of care', async () => {
    const [ago, ahead] = [randomUUID(), randomUUID()]
    const before = Date.now() - 3 * hour
    await write(colleague, 'Three hours ago', { id: ago, at: before })
    await write(colleague, 'Tomorrow', { id: ahead, at: Date.now() + 24 * hour })
    const { notes } = await read(colleague)
    const at = (id: string) => notes.find((note: { id: string }) => note.id === id).writtenAt
    expect(at(ago)).toBe(before)
    expect(at(ahead)).toBeLessThan(Date.now() + hour)
  })

  test.each([-1, 1.5, 8_640_000_000_000_001 * 10, Date.UTC(1999, 11, 31)])(
    'a moment that is none (%s) is told so, and nothing is written',
    async (at) => {
      const id = randomUUID()
      expect((await write(colleague, 'Some other time', { id, at })).statusCode).toBe(422)
      expect((await read(colleague)).notes.some((note: { id: string }) => note.id === id)).toBe(false)
    },
  )

  test('is on the trail as read and as written, without a word of it', async () => {
    const { rows } = await owner.query(
      `select distinct action, outcome from audit_event where person_id = $1 and action like 'note.%' and outcome = 'done' order by 1`,
      [client.seatId],
    )
    expect(rows.map(({ action }) => action)).toEqual(['note.draft', 'note.read', 'note.write'])
  })
})

describe('a draft', () => {
  test('is kept for its author alone, and is gone once the note is written', async () => {
    await draft(guest, `${secret} half a`)
    await draft(guest, `${secret} half a sentence`)
    expect((await read(guest)).draft).toMatchObject({ words: `${secret} half a sentence` })
    expect((await read(colleague)).draft).toBeNull()
    await write(guest, 'A whole sentence')
    expect((await read(guest)).draft).toBeNull()
    await draft(guest, 'Begun again')
    await draft(guest, '')
    expect((await read(guest)).draft).toBeNull()
  })

  test('is no opening of the record', async () => {
    const fresh = await addPerson(owner, practiceId)
    await assign(owner, { member: people.therapist, personId: fresh.seatId })
    const { courseId: course } = await addCourse(owner, practiceId, fresh.seatId)
    await ask(people.therapist, `/api/courses/${course}/notes/draft`, {
      body: { words: 'typing', sessionId: null, corrects: null },
    })
    const { openings } = (await ask(fresh, `/api/people/${fresh.seatId}/openings`)).json()
    expect(openings.filter(({ who }: { who: string }) => who !== 'self')).toEqual([])
  })
})

describe('when the guest’s place has ended', () => {
  test('their notes are still theirs to read, with what was half written; nothing is added, and nobody else has them', async () => {
    await write(guest, 'The last one', { sessionId })
    await draft(guest, 'Not finished')
    await endGuest(owner, guest)
    expect((await ask(guest, url)).json().kind).toBe('seat-ended')
    expect((await write(guest, 'Too late')).json().kind).toBe('seat-ended')
    const { courses } = (await ask(guest, '/api/account/notes')).json()
    expect(courses).toMatchObject([
      { courseId, practiceName: 'Ours', called: 'Ana Prueba', draft: { words: 'Not finished' } },
    ])
    const [{ notes }] = courses
    expect(notes.at(-1)).toMatchObject({ words: 'The last one', sessionNumber: 1 })
    expect((await ask(people.therapist, '/api/account/notes')).body).not.toContain('The last one')
    expect((await ask(people.foreigner, '/api/account/notes')).json()).toEqual({ courses: [] })
  })

  test('a member who left the team keeps theirs as well', async () => {
    await owner.query('update care_team set until = now() where member_id = $1', [colleague.seatId])
    expect((await ask(colleague, url)).statusCode).toBe(403)
    const { courses } = (await ask(colleague, '/api/account/notes')).json()
    expect(JSON.stringify(courses)).toContain('He was afraid')
  })
})

async function asApp<T>(acting: Record<string, string>, work: () => Promise<T>): Promise<T> {
  await owner.query('begin')
  try {
    for (const [name, value] of Object.entries(acting))
      await owner.query('select set_config($1, $2, true)', [`app.${name}`, value])
    await owner.query('set local role throughline_app')
    return await work()
  } finally {
    await owner.query('rollback')
  }
}

const countAs = (acting: Record<string, string>): Promise<number> =>
  asApp(acting, async () => {
    const { rows } = await owner.query('select count(*)::int as n from psychotherapy_note')
    return rows[0].n
  })
