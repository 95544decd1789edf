import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { addListings } from '../app/testing/listings.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, practiceId, app } = clinic
let listingId = ''
beforeAll(async () => {
  listingId = (await addListings(owner, practiceId))[0]!
})

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const look = (asked: Record<string, string>, url = '/find') =>
  app.inject({ method: 'POST', url, headers: form, payload: new URLSearchParams(asked).toString() })
const said = async (asked: Record<string, string>, url?: string) => (await look(asked, url)).body

describe('near a place', () => {
  test('Los Angeles finds the people listed there, nearest first, with miles', async () => {
    const page = await said({ near: 'Los Angeles' })
    expect(page).toContain('Near Los Angeles, CA')
    const order = ['Marisol Ejemplo', 'Ama Example', 'Ines Ejemplo'].map((name) => page.indexOf(name))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(0)
    expect(page).toMatch(/Pasadena, CA · \d+ miles away/)
  })

  test('a ZIP code does the same', async () =>
    expect(await said({ near: '90012' })).toContain('Near Los Angeles, CA'))

  test('in Spanish too, with the words in Spanish', async () => {
    const page = await said({ near: '90012' }, '/es/find')
    expect(page).toContain('Cerca de Los Angeles, CA')
    expect(page).toContain('Todo el camino')
  })

  test('a name that many towns bear is asked about, with its states', async () => {
    const page = await said({ near: 'Springfield', within: '25', sliding: 'yes' })
    expect(page).toContain('There is more than one Springfield')
    expect(page).toContain('value="Springfield, MA"')
    expect(page).toContain('<input type="hidden" name="sliding" value="yes"/>')
  })

  test('a place nobody knows gets a kind answer that says what to do', async () => {
    const page = await said({ near: 'Los Angelse' })
    expect(page).toContain('We do not know that place')
    expect(page).toContain('value="Los Angeles, CA"')
  })

  test('where nobody is near, the nearest are named as what they are: farther', async () => {
    const page = await said({ near: 'Seattle' })
    expect(page).toContain('No one here yet')
    expect(page).toContain('The nearest people are farther away')
  })

  test('nothing typed shows the form and nobody', async () => {
    const page = await said({ near: '' })
    expect(page).not.toContain('Marisol')
    expect((await app.inject('/find')).statusCode).toBe(200)
  })
})

test('each choice narrows and stands in the form again', async () => {
  const page = await said({ near: 'Los Angeles', within: '10', speaks: 'es', open: 'yes' })
  expect(page).toContain('Marisol Ejemplo')
  expect(page).not.toContain('Ama Example')
  expect(page).toMatch(/<option value="10" selected/)
  expect(page).toMatch(/name="open"[^>]*checked/)
})

test('the place stands in no address: the form posts, and the answer has none to lead to', async () => {
  const reply = await look({ near: 'Pasadena' })
  expect(reply.body).toContain('method="post"')
  expect(reply.body).not.toMatch(/(?:href|action)="[^"]*(?:Pasadena|pasadena)/)
})

test('what is listed shows its parts, their sum, when the licence was looked up, and that it is invented', async () => {
  const { body, statusCode } = await app.inject(`/find/${listingId}`)
  expect(statusCode).toBe(200)
  expect(body).toContain('$4,740')
  expect(body).toContain('Looked up on')
  expect(body).toContain('This person is invented')
})

test('only the newest edition is shown, and none when it was withdrawn', async () => {
  const [gone, changed] = [randomUUID(), randomUUID()]
  const { rows } = await owner.query('select profile from listing where listing_id = $1', [listingId])
  const edition = (id: string, name: string, withdrawn: boolean) =>
    owner.query(
      'insert into listing (practice_id, id, listing_id, profile, withdrawn) values ($1, $2, $3, $4, $5)',
      [practiceId, randomUUID(), id, { ...rows[0].profile, name }, withdrawn],
    )
  await edition(gone, 'Wanda Gone', false)
  await edition(gone, 'Wanda Gone', true)
  await edition(changed, 'Olga Old', false)
  await edition(changed, 'Nina New', false)
  const page = await said({ near: 'Los Angeles' })
  expect(['Wanda Gone', 'Olga Old', 'Nina New'].map((name) => page.includes(name))).toEqual([
    false,
    false,
    true,
  ])
  expect((await app.inject(`/find/${gone}`)).statusCode).toBe(404)
})

test('another practice cannot take a listing over', async () =>
  expect(
    owner.query('insert into listing (practice_id, id, listing_id, profile) values ($1, $2, $3, $4)', [
      clinic.elsewhere,
      randomUUID(),
      listingId,
      {},
    ]),
  ).rejects.toThrow('belongs to another practice'))

test.each(['not-an-id', randomUUID(), '..%2f..%2fetc'])('/find/%s is not found', async (id) =>
  expect((await app.inject(`/find/${id}`)).statusCode).toBe(404),
)

test('looking leaves nothing behind: no cookie, no row, no word of the place', async () => {
  const reply = await look({ near: 'Bakersfield' })
  expect(reply.headers['set-cookie']).toBeUndefined()
  const { rows } = await owner.query('select count(*)::int as events from audit_event')
  expect(rows).toEqual([{ events: 0 }])
})

test('only the pages of the front door read forms; the rest of the house takes none', async () => {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/people/taken-in',
    headers: form,
    payload: 'givenName=x',
  })
  expect(reply.statusCode).toBe(415)
  expect(reply.json().kind).toBe('not-of-this-kind')
})

test('whatever is sent, there is a page', async () => {
  for (const asked of [
    { near: '<script>alert(1)</script>' },
    { within: '-5' },
    { for: '99' },
    { near: 'x'.repeat(5000) },
  ])
    expect((await look(asked)).statusCode).toBe(200)
  expect(await said({ near: '"><img src=x>' })).not.toContain('<img')
  expect((await look({ near: 'y'.repeat(70_000) })).statusCode).toBe(413)
})
