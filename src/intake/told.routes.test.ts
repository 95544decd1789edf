import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addPerson, assign } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { answerAllWell, clearanceOf, decideOn } from '../app/testing/deciding.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, owner, practiceId, ask } = clinic

async function someone(): Promise<string> {
  const { seatId } = await addPerson(owner, practiceId, 'Ana')
  await assign(owner, { member: people.prescriber, personId: seatId })
  await owner.query(`update person set birth_date = '1980-04-02' where id = $1`, [seatId])
  return seatId
}
interface Told {
  readonly kind: string
  readonly words: string
  readonly from?: string | null
}
const tell = (personId: string, { kind, words, from = null }: Told, as = people.prescriber) =>
  ask(as, `/api/people/${personId}/told`, {
    body: { id: randomUUID(), kind, words, dosage: kind === 'medicine' ? '20 mg each morning' : '', from },
  })
const stateOf = async (personId: string, rule: string): Promise<string> => {
  const { findings } = await clearanceOf(clinic, personId)
  const found = findings.find((one: { rule: string }) => one.rule === rule)
  return found ? `${found.severity} ${found.state}` : 'not named'
}

test('a medicine that was told is matched as one from a file is, and recalls a clearance that had not seen it', async () => {
  const personId = await someone()
  await answerAllWell(clinic, personId)
  expect((await decideOn(clinic, personId)).statusCode).toBe(200)
  expect(await stateOf(personId, 'IX-01')).toBe('not named')
  expect((await tell(personId, { kind: 'medicine', words: 'Theo-24', from: '2025' })).statusCode).toBe(200)
  expect(await stateOf(personId, 'IX-01')).toBe('block present')
  expect((await clearanceOf(clinic, personId)).standing).toBe('recalled')
  const { items } = (await ask(people.prescriber, `/api/people/${personId}/history`)).json()
  const kept = items.find(({ item }: { item: { kind: string } }) => item.kind === 'medicine')
  expect(kept).toMatchObject({
    standing: 'confirmed',
    item: { coded: { text: 'Theo-24' }, from: '2025', dosages: [{ text: '20 mg each morning' }] },
  })
})

test('one that no list knows, heard by a clinician, is confirmed by them; an illness in words matches no list', async () => {
  const personId = await someone()
  await answerAllWell(clinic, personId)
  await tell(personId, { kind: 'medicine', words: 'Zzyzx drops' })
  await tell(personId, { kind: 'problem', words: 'Cerebral hemorrhage', from: '2019-02' })
  await tell(personId, { kind: 'allergy', words: 'Penicillin' })
  expect(await stateOf(personId, 'EV-MED')).toBe('override settled')
  expect(await stateOf(personId, 'EL-C03')).toBe('block settled')
})

test('nobody but the team writes it down, and a date ahead or without a meaning changes nothing', async () => {
  const personId = await someone()
  expect((await tell(personId, { kind: 'medicine', words: 'Sertraline' }, people.therapist)).statusCode).toBe(
    403,
  )
  for (const from of ['2999', '2020-02-30'])
    expect((await tell(personId, { kind: 'medicine', words: 'Sertraline', from })).statusCode).toBe(422)
  expect((await tell(personId, { kind: 'medicine', words: ' ' })).statusCode).toBe(422)
  const { items } = (await ask(people.prescriber, `/api/people/${personId}/history`)).json()
  expect(items).toEqual([])
})
