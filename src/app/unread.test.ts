import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Someone } from './testing/arrange.ts'
import { addListings } from './testing/listings.ts'
import { openClinic } from './testing/clinic.ts'

const clinic = await openClinic()
beforeAll(() => clinic.app.listen({ port: 0, host: '127.0.0.1' }))
afterAll(clinic.close)
const { owner, app, people, practiceId } = clinic

const json = 'application/json'
const url = () => `/api/people/${people.client.seatId}/invitation`

interface Sent {
  readonly as?: Someone
  readonly type?: string
  readonly body?: string
  readonly language?: string
}

/** What comes before any shape is asked: as it stands on the line. */
const send = (intent: string, { as, type = json, body = '{}', language = 'en' }: Sent) =>
  app.inject({
    method: 'POST',
    url: url(),
    payload: body,
    headers: {
      'content-type': type,
      'idempotency-key': intent,
      'accept-language': language,
      ...(as && { cookie: `__Host-throughline=${as.token}`, 'throughline-seat': as.seatId }),
    },
  })

const rowsOf = async (intent: string) =>
  (
    await owner.query(
      'select practice_id, seat_id, action, effect, outcome from audit_event where intent_key = $1',
      [intent],
    )
  ).rows

describe('what is refused before it is read', () => {
  test.each([
    { named: 'JSON that is cut off', body: '{"id":', kind: 'not-readable', status: 400 },
    { named: 'another kind of content', type: 'text/csv', kind: 'not-of-this-kind', status: 415 },
    { named: 'too much', body: `"${'x'.repeat(2 ** 20)}"`, kind: 'too-large', status: 413 },
  ])('$named: $status, with words in both languages, and on the trail', async ({ kind, status, ...sent }) => {
    const [intent, other] = [randomUUID(), randomUUID()]
    const reply = await send(intent, { ...sent, as: people.coordinator })
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      status,
      expect.stringContaining('application/problem+json'),
    ])
    expect(reply.json()).toMatchObject({ kind, status })
    const spanish = (await send(other, { ...sent, language: 'es-US' })).json()
    expect(spanish.title).not.toBe(reply.json().title)
    expect(await rowsOf(intent)).toEqual([
      {
        practice_id: practiceId,
        seat_id: people.coordinator.seatId,
        action: 'person.invite',
        effect: true,
        outcome: kind,
      },
    ])
    expect(await rowsOf(other)).toMatchObject([
      { practice_id: '00000000-0000-0000-0000-000000000000', seat_id: null, outcome: kind },
    ])
  })

  test('a form on a public page that is too large is a page, and on the trail', async () => {
    const [listing] = await addListings(owner, practiceId)
    const before = (await owner.query('select max(id) as id from audit_event')).rows[0].id
    const reply = await app.inject({
      method: 'POST',
      url: `/find/${listing}/write`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `words=${'x'.repeat(70_000)}`,
    })
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      413,
      expect.stringContaining('text/html'),
    ])
    const { rows } = await owner.query('select action, outcome from audit_event where id > $1', [before])
    expect(rows).toEqual([{ action: 'enquiry.send', outcome: 'too-large' }])
  })
})

test.each(['en', 'es'])(
  'an address that is none is a problem in %s, armoured as any answer',
  async (language) => {
    const reply = await app.inject({ url: '/%', headers: { 'accept-language': language } })
    expect([
      reply.statusCode,
      reply.headers['content-type'],
      reply.headers['x-content-type-options'],
    ]).toEqual([404, expect.stringContaining('application/problem+json'), 'nosniff'])
    expect(reply.json()).toMatchObject({
      kind: 'no-such-page',
      title: language === 'en' ? 'There is no such page.' : 'Esta página no existe.',
    })
  },
)

test('what is no HTTP at all is answered in both languages, and the line ends', async () => {
  const { port } = app.server.address() as { port: number }
  const socket = connect(port, '127.0.0.1')
  socket.write('NONSENSE\r\n\r\n')
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*application\/problem\+json/)
  expect(JSON.parse(body)).toMatchObject({
    kind: 'not-readable',
    title: 'This could not be read.',
    es: { title: 'Esto no se pudo leer.' },
  })
})

test('a request that never comes to an end is let go', () => expect(app.server.requestTimeout).toBe(120_000))

test.each([
  ['/nonsense', 'es', 'Esta página no existe.'],
  ['/es/check', 'en', 'Esta página no existe.'],
  ['/nonsense', 'en', 'There is no such page.'],
])(
  'whoever follows a wrong link, %s, with a browser in %s reads a page and finds a way on',
  async (url, language, title) => {
    const reply = await app.inject({ url, headers: { accept: 'text/html,*/*', 'accept-language': language } })
    expect([
      reply.statusCode,
      reply.headers['content-type'],
      reply.headers['content-security-policy'],
    ]).toEqual([404, expect.stringContaining('text/html'), expect.stringContaining("default-src 'self'")])
    expect(reply.body).toContain(title)
    expect(reply.body).toMatch(/<title>[^<]*Throughline[^<]*<\/title>/)
  },
)

test('a program that asks for what there is not is answered as a program', async () => {
  const asked = { headers: { accept: 'text/html' } }
  expect((await app.inject({ url: '/api/nonsense', ...asked })).json()).toMatchObject({
    kind: 'no-such-page',
  })
  expect((await app.inject({ url: '/nonsense' })).json()).toMatchObject({ kind: 'no-such-page' })
})
