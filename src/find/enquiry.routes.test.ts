import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openClinic, outcomesOf } from '../app/testing/clinic.ts'
import { addListings } from '../app/testing/listings.ts'
import { minute } from '../kernel/instant.ts'
import { prepareJobs } from '../platform/jobs/jobs.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, practiceId, people, ask, app } = clinic
let listingId = ''
beforeAll(async () => {
  await prepareJobs(clinic.ownerUrl)
  listingId = (await addListings(owner, practiceId))[0]!
})
/** Every test writes from an address of its own, so that none runs into another's measure. */
let remoteAddress = '127.0.0.1'
let tests = 1
beforeEach(() => {
  tests += 1
  remoteAddress = `10.0.0.${tests}`
})

const typed = (more: Record<string, string> = {}) => ({
  intent: randomUUID(),
  id: randomUUID(),
  practiceId,
  called: 'Alex',
  reachBy: 'call',
  contact: '+1 213 555 0100',
  message: 'plain',
  language: 'en',
  place: 'Pasadena',
  words: 'I have tried for years.',
  ...more,
})
type Typed = ReturnType<typeof typed>

const send = (
  fields: Partial<Typed>,
  { at = '', headers = {} }: { at?: string; headers?: Record<string, string> } = {},
) =>
  app.inject({
    method: 'POST',
    url: `${at}/find/${listingId}/write`,
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields as Record<string, string>).toString(),
  })
const kept = async (id: string) => (await owner.query('select * from enquiry where id = $1', [id])).rows
const mails = async () =>
  (await owner.query(`select payload from graphile_worker._private_jobs order by id`)).rows.map(
    ({ payload }) => payload,
  )

describe('writing to a practice', () => {
  test('the form says who reads it, when not, and makes its intent when it is opened', async () => {
    const open = () => app.inject(`/find/${listingId}/write`)
    const [{ body: first }, { body: second }] = [await open(), await open()]
    expect(first).toContain('The coordinator of Ours reads this')
    expect(first).toContain('No one reads it at night')
    const intentOf = (page: string) => /name="intent" value="([^"]+)"/.exec(page)?.[1]
    expect(intentOf(first)).not.toBe(intentOf(second))
  })

  test('what was written arrives at the coordinator, whole', async () => {
    const fields = typed()
    const reply = await send(fields)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `/find/${listingId}/sent`])
    const { enquiries } = (await ask(people.coordinator, '/api/enquiries')).json()
    expect(enquiries).toContainEqual(
      expect.objectContaining({
        id: fields.id,
        called: 'Alex',
        standing: null,
        writtenTo: 'Marisol Ejemplo',
      }),
    )
    const { enquiry } = (await ask(people.coordinator, `/api/enquiries/${fields.id}`)).json()
    expect(enquiry).toMatchObject({ contact: fields.contact, message: 'plain', words: fields.words })
  })

  test('the list itself carries no words and no number', async () => {
    await send(typed({ words: 'CANARY-words', contact: '+1 213 555 0199' }))
    const { body } = await ask(people.coordinator, '/api/enquiries')
    expect(body).not.toContain('CANARY-words')
    expect(body).not.toContain('0199')
  })

  test('a mail says that there is something to read, and nothing of what or from whom', async () => {
    const before = (await mails()).length
    await send(typed({ called: 'Zenobia', words: 'my secret' }))
    const sent = (await mails()).slice(before)
    expect(sent).toEqual([
      {
        to: `${practiceId}@practice.example`,
        subject: 'Something to read',
        text: expect.any(String),
        practiceId,
      },
    ])
    expect(JSON.stringify(sent)).not.toMatch(/Zenobia|secret|ketamin|therap|enquir/i)
  })

  test('sent ten times at once, it is there once', async () => {
    const fields = typed()
    const replies = await Promise.all(Array.from({ length: 5 }, () => send(fields)))
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([303]))
    expect(await kept(fields.id)).toHaveLength(1)
    expect((await outcomesOf(clinic, fields.intent)).toSorted()).toEqual([
      'done',
      ...Array(4).fill('repeated'),
    ])
  })

  test('in Spanish it comes back in Spanish', async () => {
    const reply = await send(typed({ language: 'es' }), { at: '/es' })
    expect(reply.headers.location).toBe(`/es/find/${listingId}/sent`)
    expect((await app.inject(String(reply.headers.location))).body).toContain('Ya va en camino')
  })
})

describe('when something is wrong', () => {
  test('each field is named, and nothing that was typed is lost', async () => {
    const fields = typed({ called: ' ', contact: 'not a number', words: 'Please do not lose <this>' })
    const { message: _, ...withoutMessage } = fields
    const reply = await send(withoutMessage)
    expect(reply.statusCode).toBe(422)
    for (const fault of ['called', 'contact', 'message']) expect(reply.body).toContain(`href="#${fault}"`)
    expect(reply.body).toContain('Please do not lose &lt;this&gt;')
    expect(reply.body).toContain('value="not a number"')
    expect(reply.body).toContain(`name="intent" value="${fields.intent}"`)
    expect(await kept(fields.id)).toEqual([])
  })

  test.each([
    ['email', 'alex@example.org', 303],
    ['email', 'alex@', 422],
    ['text', '213-555-0100', 303],
    ['text', 'alex@example.org', 422],
    ['call', '12', 422],
  ])('%s to %s is answered with %i', async (reachBy, contact, status) =>
    expect((await send(typed({ reachBy, contact }))).statusCode).toBe(status),
  )

  test('after many tries from one address it asks for patience, keeps the words, and takes them later', async () => {
    const sent = Array.from({ length: 6 }, () => typed())
    for (const fields of sent) expect((await send(fields)).statusCode).toBe(303)
    const last = typed({ words: 'kept meanwhile' })
    const refused = await send(last)
    expect(refused.statusCode).toBe(429)
    expect(refused.body).toContain('kept meanwhile')
    expect(refused.body).toContain('Please wait ten minutes')
    clinic.clock.machineNow += 11 * minute
    expect((await send(last)).statusCode).toBe(303)
  })

  test('many addresses of one IPv6 network are one', async () => {
    const from = (host: number) => `2001:db8:7:${tests}::${host.toString(16)}`
    for (let host = 1; host <= 6; host += 1) {
      remoteAddress = from(host)
      expect((await send(typed())).statusCode).toBe(303)
    }
    remoteAddress = from(7)
    expect((await send(typed())).statusCode).toBe(429)
  })

  describe('while very many write to one practice', () => {
    beforeEach(async () => {
      await owner.query(`update practice set phone = '+1 213 555 0142' where id = $1`, [practiceId])
      await owner.query(
        `insert into enquiry (practice_id, id, listing_id, called, reach_by, contact, message, place, language, words, sent_at)
         select $1, gen_random_uuid(), $2, 'Flood', 'call', '213 555 0100', 'any', '', 'en', '', now()
         from generate_series(1, 120)`,
        [practiceId, listingId],
      )
    })

    afterEach(() => owner.query(`delete from enquiry where called = 'Flood'`))

    test('whoever comes from elsewhere still gets through; the desk is not mailed each time', async () => {
      const before = (await mails()).length
      const fields = typed()
      expect((await send(fields)).statusCode).toBe(303)
      expect(await kept(fields.id)).toHaveLength(1)
      expect(await mails()).toHaveLength(before)
      expect((await send(fields)).statusCode).toBe(303)
    })

    test('the second from one network within the hour is told whom to call, keeps the words, and is taken later', async () => {
      await send(typed())
      const second = typed({ words: 'kept meanwhile' })
      const refused = await send(second)
      expect(refused.statusCode).toBe(429)
      expect(refused.body).toContain('Very many people are writing just now')
      expect(refused.body).toContain('Call +1 213 555 0142.')
      expect(refused.body).toContain('kept meanwhile')
      clinic.clock.machineNow += 61 * minute
      expect((await send(second)).statusCode).toBe(303)
      clinic.clock.machineNow -= 61 * minute
    })
  })

  test('the same intent with other words is refused, and the page keeps them', async () => {
    const fields = typed()
    await send(fields)
    const reply = await send({ ...fields, words: 'Changed my mind' })
    expect(reply.statusCode).toBe(409)
    expect(reply.body).toContain('Changed my mind')
  })

  test('it goes to the practice whose listing it is, or nowhere', async () => {
    const fields = typed({ practiceId: clinic.elsewhere })
    expect((await send(fields)).statusCode).toBe(404)
    expect(await kept(fields.id)).toEqual([])
  })

  test('another site cannot send it for someone', async () => {
    const fields = typed()
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
    expect((await send(fields, { headers })).statusCode).toBe(403)
    expect(await kept(fields.id)).toEqual([])
  })
})

describe('at the desk', () => {
  test('answered, invited, not now: each is kept, the newest stands, and who waits comes first', async () => {
    const [early, late] = [typed({ called: 'Early' }), typed({ called: 'Late' })]
    await send(early)
    await send(late)
    const note = (kind: string, words = '') =>
      ask(people.coordinator, `/api/enquiries/${early.id}/events`, {
        body: { id: randomUUID(), kind, note: words },
      })
    expect((await note('answered', 'Calls back Tuesday')).statusCode).toBe(200)
    expect((await note('invited')).json()).toEqual({ kind: 'invited' })
    const { events } = (await ask(people.coordinator, `/api/enquiries/${early.id}`)).json()
    expect(events.map(({ kind, note: words }: { kind: string; note: string }) => [kind, words])).toEqual([
      ['answered', 'Calls back Tuesday'],
      ['invited', ''],
    ])
    const { enquiries } = (await ask(people.coordinator, '/api/enquiries')).json()
    const placeOf = (id: string) => enquiries.findIndex((enquiry: { id: string }) => enquiry.id === id)
    expect(enquiries[placeOf(early.id)].standing).toBe('invited')
    expect(placeOf(late.id)).toBeLessThan(placeOf(early.id))
  })

  test('a coordinator elsewhere sees none of it, and cannot note anything on it', async () => {
    const fields = typed()
    await send(fields)
    expect((await ask(people.foreigner, '/api/enquiries')).json().enquiries).toEqual([])
    expect((await ask(people.foreigner, `/api/enquiries/${fields.id}`)).statusCode).toBe(404)
    const body = { id: randomUUID(), kind: 'answered' }
    expect((await ask(people.foreigner, `/api/enquiries/${fields.id}/events`, { body })).statusCode).toBe(404)
  })

  test('opening one is on the trail', async () => {
    const fields = typed()
    await send(fields)
    await ask(people.coordinator, `/api/enquiries/${fields.id}`)
    const { rows } = await owner.query(
      "select roles, outcome from audit_event where action = 'enquiry.read' and seat_id = $1 order by id desc limit 1",
      [people.coordinator.seatId],
    )
    expect(rows).toEqual([{ roles: 'coordinator', outcome: 'done' }])
  })
})

test('the database itself lets nobody read what anyone may write, and lets no one change it', async () => {
  await send(typed())
  const asVisitor = `set local role throughline_app; select set_config('app.practice_id', '${practiceId}', true);`
  const tried = async (sql: string) => {
    await owner.query('begin')
    try {
      await owner.query(asVisitor)
      return (await owner.query(sql)).rowCount
    } finally {
      await owner.query('rollback')
    }
  }
  expect(await tried('select * from enquiry')).toBe(0)
  await expect(tried("update enquiry set words = ''")).rejects.toThrow('permission denied')
  await expect(tried('delete from enquiry')).rejects.toThrow('permission denied')
})

test('whoever waits longest is never the one that falls off the list, however many came since', async () => {
  const first = typed({ called: 'Waits' })
  await send(first)
  await owner.query(`update enquiry set sent_at = now() - interval '90 days' where id = $1`, [first.id])
  await owner.query(
    `with many as (insert into enquiry (practice_id, id, listing_id, called, reach_by, contact, message, place, language, words, sent_at)
       select $1, gen_random_uuid(), $2, 'Answered', 'call', '213 555 0100', 'any', '', 'en', '', now()
       from generate_series(1, 205) returning id)
     insert into enquiry_event (practice_id, id, enquiry_id, kind, member_id, happened_at)
     select $1, gen_random_uuid(), id, 'answered', $3, now() from many`,
    [practiceId, listingId, people.coordinator.seatId],
  )
  const { enquiries } = (await ask(people.coordinator, '/api/enquiries')).json()
  expect(enquiries[0]).toMatchObject({ id: first.id, standing: null })
})
