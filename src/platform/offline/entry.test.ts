import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deliver, fateOf, type Entry, type Fate } from './entry.ts'

const entry = (order: number, lane = 'a'): Entry => ({
  order,
  seatId: 's',
  lane,
  path: '/api/x',
  input: { n: order },
  intentKey: `k${order}`,
  at: 0,
})

/** A server that gives the fates it is told to, in turn, and remembers what reached it. */
function lineWith(fates: (entry: Entry) => Fate) {
  const sent: number[] = []
  const removed: number[] = []
  const refused: Entry[] = []
  return {
    sent,
    removed,
    refused,
    line: {
      post: async (one: Entry) => {
        sent.push(one.order)
        return fates(one)
      },
      remove: async (order: number) => void removed.push(order),
      keepRefused: async (one: Entry) => void refused.push(one),
    },
  }
}

const taken: Fate = { kind: 'taken' }
const offline: Fate = { kind: 'stay', why: 'offline' }
const busy: Fate = { kind: 'stay', why: 'server' }

describe('what an answer means', () => {
  test.each([
    [200, undefined, 'taken'],
    [401, { kind: 'not-signed-in' }, 'stay'],
    [403, { kind: 'second-factor-needed' }, 'stay'],
    [403, { kind: 'not-allowed' }, 'refused'],
    [409, { kind: 'intent-reused' }, 'refused'],
    [422, { kind: 'malformed' }, 'refused'],
    [429, {}, 'stay'],
    [500, {}, 'stay'],
    [503, undefined, 'stay'],
  ])('%i %j: %s', (status, said, kind) => expect(fateOf(status, said).kind).toBe(kind))

  test('a refusal keeps the words a person will read', () =>
    expect(fateOf(409, { kind: 'id-taken', title: 'Already saved.', detail: 'Reload.' })).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'id-taken', title: 'Already saved.', detail: 'Reload.' },
    }))
})

describe('sending', () => {
  test('what was taken leaves the line', async () => {
    const { line, removed } = lineWith(() => taken)
    expect(await deliver([entry(1), entry(2)], line)).toBeUndefined()
    expect(removed).toEqual([1, 2])
  })

  test('without a network nothing leaves, and nothing more is tried', async () => {
    const { line, removed, sent } = lineWith(() => offline)
    expect(await deliver([entry(1), entry(2), entry(3, 'b')], line)).toEqual(offline)
    expect([removed, sent]).toEqual([[], [1]])
  })

  test('a lane that is held up does not hold up another', async () => {
    const { line, removed } = lineWith(({ lane }) => (lane === 'a' ? busy : taken))
    expect(await deliver([entry(1), entry(2, 'b'), entry(3)], line)).toEqual(busy)
    expect(removed).toEqual([2])
  })

  test('what was refused is kept for a person, is not sent again, and does not hold up the rest', async () => {
    const refusal = { kind: 'malformed', title: '', detail: '' }
    const { line, removed, refused } = lineWith(({ order }) =>
      order === 1 ? { kind: 'refused', refusal } : taken,
    )
    await deliver([entry(1), entry(2)], line)
    expect([removed, refused]).toEqual([[2], [{ ...entry(1), refusal }]])
    const next = lineWith(() => taken)
    await deliver(refused, next.line)
    expect(next.sent).toEqual([])
  })

  test('whatever the server does, a lane never overtakes itself and nothing is dropped', () => {
    const fates = fc.constantFrom(taken, busy, offline)
    const lanes = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    return fc.assert(
      fc.asyncProperty(lanes, fc.array(fates, { minLength: 60, maxLength: 60 }), async (names, answers) => {
        const all = names.map((lane, at) => entry(at + 1, lane))
        const arrived: Entry[] = []
        let left = all
        let turn = 0
        for (let round = 0; round < 5; round += 1) {
          const { line, removed } = lineWith((one) => {
            const fate = answers[turn++ % answers.length]!
            if (fate.kind === 'taken') arrived.push(one)
            return fate
          })
          await deliver(left, line)
          left = left.filter(({ order }) => !removed.includes(order))
        }
        expect([...arrived, ...left].map(({ order }) => order).toSorted((a, b) => a - b)).toEqual(
          all.map(({ order }) => order),
        )
        for (const lane of ['a', 'b', 'c']) {
          const orders = arrived.filter((one) => one.lane === lane).map(({ order }) => order)
          expect(orders).toEqual(orders.toSorted((a, b) => a - b))
        }
      }),
    )
  })
})
