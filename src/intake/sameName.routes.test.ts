import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleOf, condition, patient, textOf } from '../app/testing/bundle.ts'
import { openClinic } from '../app/testing/clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner } = clinic

const of = (...resources: unknown[]) => textOf(bundleOf(...resources))
const personsHere = async () =>
  (await owner.query('select (select count(*) from person) + (select count(*) from history_item) as n'))
    .rows[0].n

describe('someone of whom no number says who it is', () => {
  const named = (more: Record<string, unknown> = {}) => ({
    ...patient({ identifier: [] }),
    name: [{ family: 'Núñez-Prueba', given: ['Óscar'] }],
    birthDate: '1971-04-09',
    ...more,
  })
  const asking = (resource: unknown, who: string | null = null) =>
    ask(people.coordinator, '/api/referrals', {
      body: { referral: of(resource, condition({ id: randomUUID() })), who },
    })
  const recognised = (more: object = {}) =>
    ask(people.coordinator, '/api/referrals/recognise', {
      body: {
        identifiers: [],
        givenName: 'Oscar',
        familyName: 'Nunez Prueba',
        otherNames: [],
        birthDate: '1971-04-09',
        ...more,
      },
    })

  test('is new, then perhaps the same, however the name is written, and a human decides', async () => {
    const first = (await asking(named())).json().personId as string
    expect((await recognised()).json()).toMatchObject({ match: 'perhaps', perhaps: [{ id: first }] })
    const before = await personsHere()
    const again = await asking(named({ name: [{ family: 'Nunez Prueba', given: ['Oscar'] }] }))
    expect(again.json()).toMatchObject({
      kind: 'referral-perhaps-known',
      fields: [{ path: 'who', fault: first }],
    })
    expect(await personsHere()).toEqual(before)
    const joined = (await asking(named(), first)).json()
    expect(joined).toMatchObject({ personId: first, outcome: 'matched' })
    const apart = (await asking(named(), 'new')).json()
    expect([apart.outcome, apart.personId === first]).toEqual(['created', false])
  })

  test('another birthday is another person; one that nobody knows may be anyone’s', async () => {
    expect((await recognised({ birthDate: '1971-04-10' })).json().match).toBe('new')
    expect((await recognised({ birthDate: null })).json().match).toBe('perhaps')
    expect((await recognised({ birthDate: '1971' })).json().match).toBe('perhaps')
    expect((await recognised({ givenName: 'Osvaldo' })).json().match).toBe('new')
  })

  test('nobody is joined to a record that bears another name, whoever asks for it', async () => {
    const { seatId } = people.client
    expect((await asking(named({ birthDate: '1955-01-01' }), seatId)).json().kind).toBe(
      'referral-perhaps-known',
    )
  })
})
