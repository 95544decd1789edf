import { readdir, readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addPerson, addPractice } from '../app/testing/arrange.ts'
import { cloneDatabase } from '../platform/testing/clone.ts'
import type { Protocol } from './protocol.ts'

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
  expect(published.map(({ id }) => id).toSorted()).toEqual(['im', 'sublingual'])
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

describe.each(published)('$id', (protocol) => {
  const figures = [protocol.order, protocol.gates, protocol.limits, protocol.discharge, protocol.vitals]
    .flatMap((part) => Object.entries(part as object))
    .filter(([, value]) => value !== null && typeof value === 'object' && !Array.isArray(value))

  test('every figure names its rule and its source, and says whether it is the practice’s own setting', () => {
    expect(figures.length).toBeGreaterThan(30)
    for (const [name, figure] of figures) {
      expect([name, typeof figure.rule, typeof figure.source]).toEqual([name, 'string', 'string'])
      expect(['source', 'GK', 'PD']).toContain(figure.tag)
    }
  })

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
