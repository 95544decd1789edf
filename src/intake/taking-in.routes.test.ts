import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, assign } from '../app/testing/arrange.ts'
import { bundleOf, condition, patient, textOf } from '../app/testing/bundle.ts'
import { openClinic, outcomesOf } from '../app/testing/clinic.ts'
import { addListings } from '../app/testing/listings.ts'
import type { Told } from './taking-in.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, practiceId, people, ask } = clinic
let listingId = ''
beforeAll(async () => {
  listingId = (await addListings(owner, practiceId))[0]!
})

let nobody = 0
/** Somebody of a name that nobody else here has. */
const someone = (more: Partial<Told> = {}): Told => ({
  givenName: 'Ilse',
  familyName: `Neumann-${String.fromCodePoint(97 + (nobody += 1))}`,
  calledBy: null,
  birthDate: '1974-03-09',
  language: 'es',
  phone: '+1 213 555 0100',
  email: '',
  ...more,
})

async function wrote(more: Record<string, string> = {}): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `insert into enquiry (practice_id, id, listing_id, called, reach_by, contact, message, place, language, words, sent_at)
     values ($1, $2, $3, $4, 'call', '+1 213 555 0100', 'none', 'Pasadena', 'es', $5, now())`,
    [practiceId, id, listingId, more['called'] ?? 'Ili', more['words'] ?? 'It has not lifted for two years.'],
  )
  return id
}

type Asking = { id?: string; enquiryId?: string | null; who?: string | null; told?: Told }
const takeIn = (
  { id = randomUUID(), enquiryId = null, who = null, told = someone() }: Asking = {},
  { as = people.coordinator, intentKey = randomUUID() } = {},
) => ask(as, '/api/people/taken-in', { body: { id, enquiryId, told, who }, intentKey })
const history = async (personId: string, as = people.coordinator) =>
  (await ask(as, `/api/people/${personId}/history`)).json()
const enquiry = async (id: string) => (await ask(people.coordinator, `/api/enquiries/${id}`)).json()
const personsOf = async (familyName: string) =>
  (await owner.query('select * from person where family_name = $1', [familyName])).rows

describe('from what someone wrote', () => {
  test('a person is made of what is known, the enquiry is kept and linked, and waits for nobody any more', async () => {
    const enquiryId = await wrote()
    const told = someone({ calledBy: 'Ili' })
    const { personId, outcome } = (await takeIn({ enquiryId, told })).json()
    expect(outcome).toBe('created')
    expect(await personsOf(told.familyName)).toEqual([
      expect.objectContaining({
        id: personId,
        given_name: 'Ilse',
        called_by: 'Ili',
        birth_date: '1974-03-09',
        language: 'es',
        phone: '+1 213 555 0100',
        email: null,
        address_line: null,
        city: null,
        gender: null,
      }),
    ])
    const read = await enquiry(enquiryId)
    expect(read).toMatchObject({ takenInAs: personId, can: { takeIn: false } })
    expect(read.events.map(({ kind }: { kind: string }) => kind)).toEqual(['taken-in'])
    const { enquiries } = (await ask(people.coordinator, '/api/enquiries')).json()
    expect(enquiries.find(({ id }: { id: string }) => id === enquiryId).standing).toBe('taken-in')
    expect((await history(personId)).cameBy).toEqual([
      expect.objectContaining({
        wrote: expect.objectContaining({ enquiryId, contact: '+1 213 555 0100', message: 'none' }),
      }),
    ])
  })

  test('the same intent twice, and five presses at once, make one person', async () => {
    const [enquiryId, told, intent, id] = [await wrote(), someone(), randomUUID(), randomUUID()]
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => takeIn({ id, enquiryId, told }, { intentKey: intent })),
    )
    expect(new Set(replies.map((reply) => reply.body)).size).toBe(1)
    expect(await personsOf(told.familyName)).toHaveLength(1)
    expect((await outcomesOf(clinic, intent)).filter((one) => one === 'repeated')).toHaveLength(4)
  })

  test('two at the desk at once make one person of one enquiry; the second is told', async () => {
    const enquiryId = await wrote()
    const [one, other] = [someone(), someone()]
    const replies = await Promise.all([takeIn({ enquiryId, told: one }), takeIn({ enquiryId, told: other })])
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
    expect(replies.find(({ statusCode }) => statusCode === 409)!.json().kind).toBe('taken-in-already')
    expect([...(await personsOf(one.familyName)), ...(await personsOf(other.familyName))]).toHaveLength(1)
  })

  test('the database itself makes no second person of one enquiry', async () => {
    const enquiryId = await wrote()
    await takeIn({ enquiryId })
    const again = owner.query(
      `insert into taken_in select practice_id, gen_random_uuid(), person_id, enquiry_id, wrote_at, reach_by, contact, message,
         place, words, told, received_by, received_at from taken_in where enquiry_id = $1`,
      [enquiryId],
    )
    await expect(again).rejects.toThrow('taken_in_practice_id_enquiry_id_key')
  })

  test('whoever is here already keeps what their record says; what was told stands beside it', async () => {
    const told = someone({ phone: '+1 213 555 0111' })
    const first = (await takeIn({ told })).json().personId
    const enquiryId = await wrote()
    const again = { ...told, phone: '+1 213 555 0222' }
    const unsure = await takeIn({ enquiryId, told: again })
    expect(unsure.json()).toMatchObject({
      kind: 'referral-perhaps-known',
      fields: [{ path: 'who', fault: first }],
    })
    expect((await enquiry(enquiryId)).takenInAs).toBeNull()
    const joined = (await takeIn({ enquiryId, told: again, who: first })).json()
    expect(joined).toEqual({ personId: first, outcome: 'matched' })
    expect((await personsOf(told.familyName))[0].phone).toBe('+1 213 555 0111')
    const { cameBy } = await history(first)
    expect(cameBy.map((came: { told: { phone: string } }) => came.told.phone)).toEqual([
      '+1 213 555 0222',
      '+1 213 555 0111',
    ])
  })
})

describe('by hand', () => {
  test('with nothing on file, and nothing said to be so', async () => {
    const { personId } = (await takeIn()).json()
    expect(await history(personId)).toMatchObject({
      items: [],
      referrals: [],
      details: { confirmed: false },
      cameBy: [{ wrote: null }],
      can: { invite: true },
    })
  })

  test('another of the same name and birthday is made only where a human says so', async () => {
    const told = someone()
    const first = (await takeIn({ told })).json().personId
    expect((await takeIn({ told })).json().kind).toBe('referral-perhaps-known')
    const apart = (await takeIn({ told, who: 'new' })).json()
    expect([apart.outcome, apart.personId === first]).toEqual(['created', false])
    expect((await takeIn({ told, who: people.client.seatId })).json().kind).toBe('referral-perhaps-known')
  })

  test('someone taken in by hand is known again when their file comes', async () => {
    const told = someone({ familyName: 'Quintero-Prueba' })
    const { personId } = (await takeIn({ told })).json()
    const resource = {
      ...patient({ identifier: [] }),
      name: [{ family: 'Quintero Prueba', given: ['Ilse'] }],
      birthDate: told.birthDate,
    }
    const referral = textOf(bundleOf(resource, condition({ id: randomUUID() })))
    const sent = (who: string | null) =>
      ask(people.coordinator, '/api/referrals', { body: { referral, who } })
    expect((await sent(null)).json().fields).toEqual([{ path: 'who', fault: personId }])
    expect((await sent(personId)).json()).toMatchObject({ personId, outcome: 'matched' })
  })

  test.each([
    ['birthDate', '2999-01-01', 'date-not-possible'],
    ['birthDate', '1850-01-01', 'date-not-possible'],
    ['givenName', ' ', 'malformed'],
    ['email', 'not an address', 'malformed'],
  ])('%s %j is refused', async (field, value, kind) => {
    const told = someone({ [field]: value })
    expect((await takeIn({ told })).json().kind).toBe(kind)
    expect(await personsOf(told.familyName)).toEqual([])
  })

  test('details that were checked are open again once somebody was told otherwise', async () => {
    const told = someone()
    const { personId } = (await takeIn({ told })).json()
    const check = () =>
      ask(people.coordinator, `/api/people/${personId}/details/confirmation`, {
        body: { personId, id: randomUUID() },
      })
    await check()
    expect((await history(personId)).details.confirmed).toBe(true)
    clinic.clock.machineNow += 60_000
    await takeIn({ told: { ...told, email: 'ilse@example.org' }, who: personId })
    expect((await history(personId)).details.confirmed).toBe(false)
  })
})

describe('who may, and who reads it', () => {
  test('the coordinator alone takes people in, and of their own practice', async () => {
    for (const as of [people.therapist, people.prescriber, people.administrator, people.client])
      expect((await takeIn({}, { as })).json().kind).toBe('not-allowed')
    expect((await takeIn({ enquiryId: await wrote() }, { as: people.foreigner })).statusCode).not.toBe(200)
  })

  test('it stands on the trail of the practice, and of the person', async () => {
    const { personId } = (await takeIn()).json()
    const { rows } = await owner.query(
      `select action, outcome, effect from audit_event where person_id = $1 and action = 'person.create'`,
      [personId],
    )
    expect(rows).toEqual([{ action: 'person.create', outcome: 'done', effect: true }])
  })

  test('what was written to the desk is read by the desk; the care team knows how they may be reached', async () => {
    const enquiryId = await wrote({ words: 'Only the desk should read this line.' })
    const { personId } = (await takeIn({ enquiryId })).json()
    await assign(owner, { member: people.therapist, personId })
    const read = await ask(people.therapist, `/api/people/${personId}/history`)
    expect(read.json().cameBy[0].wrote).toMatchObject({ enquiryId: null, message: 'none' })
    expect(read.body).not.toContain('Only the desk')
    const file = await ask(people.therapist, `/api/people/${personId}/record`)
    expect(file.body).not.toContain('Only the desk')
  })

  test('what they wrote is in their own record', async () => {
    const writer = await addPerson(owner, practiceId, 'Ulla')
    await owner.query(`update person set family_name = 'Schreiberin' where id = $1`, [writer.seatId])
    const enquiryId = await wrote({ words: 'My own words, from before.' })
    const told = someone({ givenName: 'Ulla', familyName: 'Schreiberin' })
    const taken = await takeIn({ enquiryId, told, who: writer.seatId })
    expect(taken.json().outcome).toBe('matched')
    const file = await ask(writer, `/api/people/${writer.seatId}/record`)
    expect(file.body).toContain('My own words, from before.')
  })
})
