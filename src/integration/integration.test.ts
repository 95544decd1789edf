import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour, instant } from '../kernel/instant.ts'
import { integrationOf, toldAt, widens, type IntegrationFacts } from './integration.ts'

const start = instant('2026-03-02T17:00:00.000Z')

const facts: IntegrationFacts = {
  insights: [
    { id: 'a', words: 'The alarm is old', at: start, sessionId: null, corrects: null, audience: 'no-one' },
    {
      id: 'c',
      words: 'I can ask and stay',
      at: start + 9 * day,
      sessionId: null,
      corrects: null,
      audience: 'no-one',
    },
    {
      id: 'b',
      words: 'The alarm is very old',
      at: start + hour,
      sessionId: null,
      corrects: 'a',
      audience: 'no-one',
    },
  ],
  meanings: [
    { id: 'm1', words: 'I listen to it too much', at: start + day, insightId: 'a' },
    { id: 'm2', words: 'It rang when I was seven', at: start + 2 * day, insightId: 'a' },
  ],
  exercises: [
    { id: 'e1', words: 'Five sounds', at: start + day, insightId: 'a', replaces: null },
    { id: 'e2', words: 'Five sounds, before sleep', at: start + 3 * day, insightId: 'a', replaces: 'e1' },
    { id: 'e3', words: 'A walk after lunch', at: start + day, insightId: null, replaces: null },
  ],
  logs: [
    { id: 'l1', exerciseId: 'e2', outcome: 'done', words: null, at: start + 4 * day },
    { id: 'l2', exerciseId: 'e2', outcome: 'something-else', words: 'Read a page', at: start + 5 * day },
    { id: 'l3', exerciseId: 'e3', outcome: 'set-aside', words: null, at: start + 6 * day },
  ],
  changes: [
    { id: 'x', words: 'Lamp off', at: start + 8 * day, insightId: 'a', exerciseId: 'e2' },
    { id: 'w', words: 'Slept through', at: start + 8 * day, insightId: 'a', exerciseId: null },
  ],
}

const shuffled = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

describe('how insights hang together', () => {
  const [alarm] = integrationOf(facts).chains

  test('a correction stands in the place of the first telling, at its time', () =>
    expect(alarm).toMatchObject({ id: 'a', words: 'The alarm is very old', at: start }))

  test('what it means is what it means now', () =>
    expect(alarm?.meaning?.words).toBe('It rang when I was seven'))

  test('an exercise that was replaced or set aside is over, and keeps its log', () => {
    expect(alarm?.exercises.map(({ id, over, logs }) => [id, over, logs.length])).toEqual([
      ['e1', true, 0],
      ['e2', false, 2],
    ])
    expect(integrationOf(facts).exercises.map(({ id, over }) => [id, over])).toEqual([['e3', true]])
  })

  test('the order in which facts arrive changes nothing', () =>
    fc.assert(
      fc.property(
        fc.record({
          insights: shuffled(facts.insights),
          meanings: shuffled(facts.meanings),
          exercises: shuffled(facts.exercises),
          logs: shuffled(facts.logs),
          changes: shuffled(facts.changes),
        }),
        (arrived) => {
          expect(integrationOf(arrived)).toEqual(integrationOf(facts))
        },
      ),
    ))
})

describe('when it was told', () => {
  test.each([
    ['nothing said', undefined, start],
    ['two hours ago, while there was no network', start - 2 * hour, start - 2 * hour],
    ['a clock a little fast', start + 1000, start],
    ['tomorrow', start + day, start],
    ['last year', start - 365 * day, start],
  ])('%s', (_, said, expected) => expect(toldAt(said, start)).toBe(expected))
})

test('taking back is never opening further', () => {
  expect([widens('no-one', 'therapist'), widens('therapist', 'team')]).toEqual([true, true])
  expect([widens('team', 'therapist'), widens('team', 'no-one'), widens('team', 'team')]).toEqual([
    false,
    false,
    false,
  ])
})
