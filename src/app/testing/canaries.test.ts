import { afterAll, expect, test } from 'vitest'
import { addMember, assign } from './arrange.ts'
import { canary, leaks } from './canaries.ts'
import { openClinic } from './clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, people } = clinic

const personId = people.client.seatId
const shown = `{"addressLine":"${canary('contact', personId)}"}`

test('a wrong reader is told by name: of another practice, another client, signed out, once on the team', async () => {
  const former = await addMember(owner, clinic.practiceId, ['therapist'])
  await assign(owner, { member: former, personId, until: new Date('2026-02-01T00:00:00Z') })
  for (const reader of [people.foreigner, people.otherClient, people.foreignClient, former, undefined])
    expect(await leaks(owner, shown, reader)).toEqual([`${canary('contact', personId)} shown to outsider`])
})

test('a right reader is not', async () => {
  for (const reader of [people.client, people.therapist, people.coordinator])
    expect(await leaks(owner, shown, reader)).toEqual([])
})

test('what is a client’s alone is a leak even on the team', async () =>
  expect(await leaks(owner, canary('insight', personId), people.therapist)).toHaveLength(1))

test('a word in a field nobody wrote a rule for is a leak to everyone', async () =>
  expect(await leaks(owner, `CANARY-shoes-${personId.replaceAll('-', '')}`, people.client)).toHaveLength(1))

test('the clinic every test uses reads every answer: the right one passes, and holds the word', async () => {
  const reply = await clinic.ask(people.therapist, `/api/people/${personId}`)
  expect(reply.body).toContain(canary('contact', personId))
  await owner.query(`update care_team set until = now() where member_id = $1`, [people.therapist.seatId])
  expect(await leaks(owner, reply.body, people.therapist)).toHaveLength(1)
})
