import { describe, expect, test } from 'vitest'
import { integrationOf, type IntegrationFacts } from './integration.ts'
import { withWaiting } from './waiting.ts'

const at = '2026-03-02T17:00:00.000Z'
const course = '/api/courses/c'
const nothing: IntegrationFacts = { insights: [], meanings: [], exercises: [], logs: [], changes: [] }

const written = [
  { path: `${course}/insights`, input: { id: 'i', words: 'The alram is old', sessionId: null, at } },
  { path: `${course}/insights/i/correction`, input: { id: 'i2', words: 'The alarm is old', at } },
  { path: `${course}/insights/i/meaning`, input: { id: 'm', words: 'It rang when I was seven', at } },
  { path: `${course}/insights/i/exercises`, input: { id: 'e', words: 'Five sounds', replaces: null, at } },
  { path: `${course}/exercises/e/log`, input: { id: 'l', outcome: 'not', words: null, at } },
  { path: `${course}/insights/i/changes`, input: { id: 'x', words: 'Lamp off', exerciseId: 'e', at } },
]

describe('what waits on the device', () => {
  test('hangs together as it will when it has been sent', () =>
    expect(integrationOf(withWaiting(nothing, written)).chains).toMatchObject([
      {
        words: 'The alarm is old',
        audience: 'no-one',
        meaning: { words: 'It rang when I was seven' },
        exercises: [{ words: 'Five sounds', logs: [{ outcome: 'not' }] }],
        changes: [{ words: 'Lamp off', exerciseId: 'e' }],
      },
    ]))

  test('what the server has taken meanwhile is not told twice', () => {
    const known = withWaiting(nothing, written)
    expect(withWaiting(known, written)).toEqual(known)
  })

  test('an address that carries no words of ours changes nothing', () =>
    expect(withWaiting(nothing, [{ path: '/api/sessions/s/readings', input: { id: 'r' } }])).toEqual(nothing))
})
