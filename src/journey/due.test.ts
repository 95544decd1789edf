import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { instant, minute } from '../kernel/instant.ts'
import type { Protocol } from '../protocol/protocol.ts'
import { nextDue } from './due.ts'
import { doubtOf, standing } from './facts.ts'

const { vitals } = JSON.parse(
  readFileSync(new URL('../../content/protocols/sublingual.json', import.meta.url), 'utf8'),
) as Protocol
const doseAt = instant('2026-03-02T17:00:00Z')
const at = (minutes: number) => doseAt + minutes * minute
const due = (taken: number[], now: number) => nextDue(vitals, { doseAt, takenAt: taken.map(at) }, at(now))

test('MO-MISS: a reading is coming, due, late after five minutes, missed after ten', () => {
  expect(due([-5], 12)).toMatchObject({ atMinute: 20, state: 'coming' })
  expect(due([-5], 20)).toMatchObject({ atMinute: 20, state: 'due' })
  expect(due([-5], 25)).toMatchObject({ state: 'due' })
  expect(due([-5], 25.1)).toMatchObject({ state: 'late' })
  expect(due([-5], 30.1)).toMatchObject({ state: 'missed' })
})

test('one taken a little early or late is the planned one, and is not asked for again', () => {
  expect(due([-5, 17], 20)).toMatchObject({ atMinute: 40 })
  expect(due([-5, 27], 28)).toMatchObject({ atMinute: 40 })
})

test('when one was missed and the next is due, the next is what is asked for', () =>
  expect(due([-5], 41)).toMatchObject({ atMinute: 40, state: 'due' }))

test('after the last planned one nothing is due', () =>
  expect(due([0, 20, 40, 60, 90, 120], 125)).toBeUndefined())

test('a device two minutes ahead is believed, one beyond is marked; an entry of twelve hours ago is late', () => {
  expect(doubtOf(at(2), at(0))).toBeNull()
  expect(doubtOf(at(2.1), at(0))).toBe('ahead')
  expect(doubtOf(at(-720), at(0))).toBeNull()
  expect(doubtOf(at(-721), at(0))).toBe('late')
})

test('a corrected fact gives way to its correction, a struck one to nothing', () => {
  const facts = [
    { id: 'a', corrects: null, struck: false },
    { id: 'b', corrects: 'a', struck: false },
    { id: 'c', corrects: null, struck: false },
    { id: 'd', corrects: 'c', struck: true },
  ]
  expect(standing(facts).map(({ id }) => id)).toEqual(['b'])
})
