import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { dayIn } from '../kernel/zone.ts'
import { blank, lackingIn, profileOf, typedOf, type Typed } from './desk.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { ask, people } = clinic
const today = dayIn(Date.now(), 'America/Los_Angeles')
const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`

const filled: Typed = {
  ...blank,
  name: 'Vera Probe',
  offers: ['therapy'],
  aboutEn: 'Slowly.',
  aboutEs: 'Despacio.',
  languages: ['en', 'es'],
  zip: '90026',
  videoIn: ['CA'],
  title: 'LMFT',
  state: 'CA',
  number: '12345',
  board: 'Board of Behavioral Sciences',
  checkedOn: today,
  expiresOn: nextYear,
  trainingEn: 'A course, 100 hours',
  trainingEs: 'Un curso, 100 horas',
  trainingYear: '2024',
  openings: 'open',
  fees: { ...blank.fees, journey: { count: '3', each: '600' } },
  slidingScale: true,
  agreed: true,
}

const publish = (profile: object, more: { as?: typeof people.coordinator; listingId?: string } = {}) =>
  ask(more.as ?? people.coordinator, '/api/listings', {
    body: { id: randomUUID(), listingId: more.listingId ?? randomUUID(), agreed: true, profile },
  })
const here = async (as = people.coordinator) => (await ask(as, '/api/listings')).json()
const shown = async () =>
  (await clinic.owner.query('select listing_id from listings_shown()')).rows.map((row) => row.listing_id)

describe('the fields', () => {
  test('nothing is lacking in what is filled, and each gap is named', () => {
    expect(lackingIn(filled)).toEqual([])
    expect(lackingIn(blank)).toEqual(
      expect.arrayContaining(['name', 'aboutEs', 'offers', 'languages', 'zip', 'trainingYear', 'agreed']),
    )
    expect(lackingIn({ ...filled, zip: '9002' })).toEqual(['zip'])
    const half = { ...filled.fees, medicine: { count: '2', each: '' } }
    expect(lackingIn({ ...filled, fees: half })).toEqual(['fee-medicine'])
  })

  test('what is shown comes back into them as it was, and the leave is asked anew', async () => {
    const listingId = randomUUID()
    expect((await publish(profileOf(filled), { listingId })).statusCode).toBe(200)
    const { listings } = await here()
    const found = listings.find((listing: { listingId: string }) => listing.listingId === listingId)
    expect(typedOf(found.profile)).toEqual({ ...filled, agreed: false })
  })
})

describe('the desk lists someone', () => {
  test('at the middle of their ZIP code, with openings as of today, and visitors find them', async () => {
    const listingId = randomUUID()
    await publish(profileOf(filled), { listingId })
    expect(await shown()).toContain(listingId)
    const page = await ask(people.client, `/find/${listingId}`)
    expect(page.body).toContain('Vera Probe')
    const { listings } = await here()
    expect(listings.find((one: { listingId: string }) => one.listingId === listingId)).toMatchObject({
      withdrawn: false,
      verified: true,
      profile: { place: { name: 'Los Angeles', state: 'CA', zip: '90026' }, openings: { asOf: today } },
    })
  })

  test('a change is a new edition; taken down, nobody finds them, and they can be shown again', async () => {
    const listingId = randomUUID()
    await publish(profileOf(filled), { listingId })
    await publish(profileOf({ ...filled, openings: 'full' }), { listingId })
    const down = await ask(people.coordinator, `/api/listings/${listingId}/withdrawal`, {
      body: { id: randomUUID() },
    })
    expect(down.statusCode).toBe(200)
    expect(await shown()).not.toContain(listingId)
    const { rows } = await clinic.owner.query(
      'select withdrawn from listing where listing_id = $1 order by number',
      [listingId],
    )
    expect(rows.map(({ withdrawn }) => withdrawn)).toEqual([false, false, true])
    await publish(profileOf(filled), { listingId })
    expect(await shown()).toContain(listingId)
  })

  test('not without their leave, nor at a place nobody knows, nor with a look-up that is still to come', async () => {
    const body = { id: randomUUID(), listingId: randomUUID(), profile: profileOf(filled) }
    expect((await ask(people.coordinator, '/api/listings', { body })).statusCode).toBe(422)
    expect((await publish(profileOf({ ...filled, zip: '00000' }))).json().kind).toBe('no-such-place')
    expect((await publish(profileOf({ ...filled, checkedOn: nextYear }))).statusCode).toBe(422)
  })

  test('a license look-up that no longer holds shows nobody, and the desk is told why', async () => {
    const listingId = randomUUID()
    await publish(profileOf({ ...filled, checkedOn: '2020-01-01' }), { listingId })
    const { listings } = await here()
    expect(listings.find((one: { listingId: string }) => one.listingId === listingId).verified).toBe(false)
  })

  test('not by a therapist, and never one of another practice’s', async () => {
    expect((await publish(profileOf(filled), { as: people.therapist })).json().kind).toBe('not-allowed')
    const listingId = randomUUID()
    await publish(profileOf(filled), { listingId })
    expect([403, 404, 409]).toContain(
      (await publish(profileOf(filled), { listingId, as: people.foreigner })).statusCode,
    )
  })
})
