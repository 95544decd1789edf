import { readdir, readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addPerson, addPractice } from '../app/testing/arrange.ts'
import { cloneDatabase } from '../platform/testing/clone.ts'
import { protocolIds } from '../rule/rule.ts'
import { ProtocolShape } from './protocol.contract.ts'
import type { Protocol } from './protocol.ts'
import sources from '../../content/rules/sources.json' with { type: 'json' }

const { owner, close } = await cloneDatabase()
afterAll(close)

const folder = new URL('../../content/protocols/', import.meta.url)
const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
const published: Protocol[] = await Promise.all(
  names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'))),
)

test('what is published is what courses stand on, to the letter', async () => {
  for (const protocol of published) {
    const { rows } = await owner.query(
      'select document from protocol_edition where id = $1 and version = $2',
      [protocol.id, protocol.version],
    )
    expect([protocol.id, rows[0]?.document]).toEqual([protocol.id, protocol])
  }
  expect(published.map(({ id }) => id).toSorted()).toEqual([...protocolIds].toSorted())
})

test('a course on an edition from before a part was written takes that part from the first that has it, and nothing else', async () => {
  const { rows } = await owner.query(
    `select p.document as said, e.document as whole from protocol_published p
     join protocol_edition e on e.id = p.id and e.version = p.version where p.id = 'im' and p.version = '1'`,
  )
  const [{ said, whole }] = rows
  expect(said.fasting).toBeUndefined()
  expect(ProtocolShape.parse(whole)).toMatchObject({ ...said, fasting: { solidHours: { value: 6 } } })
})

/** What an edition is, put together anew: each part it does not have from the first edition of its protocol that has it. */
const putTogether = `select e.id, e.version, e.number,
    (select jsonb_object_agg(part.key, part.value order by other.number desc)
      from protocol_published other, jsonb_each(other.document) part where other.id = e.id) || e.document as document
  from protocol_published e`

test('what is kept of an edition is what it is, whatever is published, changed or taken back after it', async () => {
  const differ = async () => {
    const kept = 'select id, version, number, document from protocol_edition'
    const { rows } = await owner.query(
      `(${kept} except ${putTogether}) union all (${putTogether} except ${kept})`,
    )
    return rows.map(({ id, version }) => `${id} ${version}`)
  }
  const part = async (version: string) => {
    const { rows } = await owner.query(
      `select document -> 'tea' as tea from protocol_edition where id = 'im' and version = $1`,
      [version],
    )
    return rows[0]?.tea
  }
  await owner.query('begin')
  expect(await differ()).toEqual([])
  for (const version of ['98', '99'])
    await owner.query(`insert into protocol_published (id, version, document) values ('im', $1, $2)`, [
      version,
      { id: 'im', version, tea: version },
    ])
  expect([await differ(), await part('1'), await part('99')]).toEqual([[], '98', '99'])
  await owner.query(
    `update protocol_published set document = document - 'tea' where id = 'im' and version = '98'`,
  )
  expect([await differ(), await part('1'), await part('98')]).toEqual([[], '99', '99'])
  await owner.query(`delete from protocol_published where id = 'im' and version = '99'`)
  expect([await differ(), (await part('1')) ?? null]).toEqual([[], null])
  await owner.query('rollback')
})

test('a course cannot stand on an edition that was never published', async () => {
  const practiceId = await addPractice(owner, 'Ours')
  const { seatId } = await addPerson(owner, practiceId)
  const begin = owner.query(
    `insert into course (practice_id, id, person_id, protocol_id, protocol_version, begun_at)
     values ($1, $2, $3, 'sublingual', '0', now())`,
    [practiceId, randomUUID(), seatId],
  )
  await expect(begin).rejects.toMatchObject({ code: '23503' })
})

/** Every object in a document that holds a number or is said to the reader. */
function stated(value: unknown, path: string): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([key, one]) => stated(one, `${path}.${key}`))
  const holds = Object.values(value).some((one) => typeof one === 'number' || isNumbers(one))
  return holds && !Array.isArray(value) ? [[path, value as Record<string, unknown>], ...below] : below
}
const isNumbers = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number')

const known = new Set(Object.keys(sources.sources))

describe.each(published)('$id', (protocol) => {
  test('says what the schema demands, and nothing else', () =>
    expect(ProtocolShape.safeParse(protocol).error?.issues ?? []).toEqual([]))

  test('every number names its rule and its source, and says whether it is the practice’s own setting', () => {
    const numbers = stated(protocol, protocol.id)
    expect(numbers.length).toBeGreaterThan(45)
    for (const [name, one] of numbers) {
      expect([name, typeof one['rule'], typeof one['source']]).toEqual([name, 'string', 'string'])
      expect(['source', 'GK', 'PD']).toContain(one['tag'])
    }
  })

  test('every source that is named by its key can be looked up', () => {
    const named = JSON.stringify(protocol).match(/\bS\d+[a-d]?\b/g) ?? []
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((key) => !known.has(key))).toEqual([])
  })

  test('it is watched for at least as long as the client has to stay', () =>
    expect(Math.max(...protocol.vitals.atMinutes)).toBeGreaterThanOrEqual(
      protocol.discharge.stayMinutes.value,
    ))

  test('the blood pressures that are passed, and those of no dose, are as in MO-BP1 and MO-BP2', () => {
    const { gates } = protocol
    expect([
      [gates.systolicMmHg.value, gates.diastolicMmHg.value],
      [gates.olderSystolicMmHg.value, gates.olderDiastolicMmHg.value],
      [gates.noDoseSystolicMmHg.value, gates.noDoseDiastolicMmHg.value],
    ]).toEqual([
      [140, 90],
      [150, 90],
      [160, 100],
    ])
  })

  test('the wait after signing can never be nothing', () =>
    expect(protocol.gates.consentAgeHours.value).toBeGreaterThan(0))
})

test('therapy is said to be there, or plainly not to be; and where it is not, nobody is asked to guide', () => {
  const therapy = published.map(({ id, psychotherapy, people }) => [
    id,
    psychotherapy.present,
    people.guide.length > 0,
  ])
  expect(therapy.toSorted()).toEqual([
    ['esketamine', false, false],
    ['im', true, true],
    ['iv-infusion', false, false],
    ['iv-therapy', true, true],
    ['sublingual', true, true],
  ])
})
