import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loopHalf, loopSizes, type Loop, strandsOf, wavePath } from './strand.ts'

const base = 100

const numbers = (d: string) => [...d.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
const beginning = (d: string) => numbers(d).slice(0, 2)
const ending = (d: string) => numbers(d).slice(-2)

const course = fc
  .record({
    gaps: fc.array(fc.integer({ min: 6, max: 200 }), { maxLength: 12 }),
    before: fc.integer({ min: 40, max: 400 }),
    after: fc.integer({ min: 60, max: 400 }),
    lived: fc.nat(12),
  })
  .map(({ gaps, before, after, lived }) => {
    const places = gaps.map((_, place) => before + gaps.slice(0, place).reduce((sum, gap) => sum + gap, 0))
    const sizes = loopSizes(places, 40)
    const loops = places.map((at, place): Loop => ({ at, size: sizes[place]!, height: 60 }))
    const done = loops.slice(0, lived)
    const last = done.at(-1)
    const now = last ? last.at + loopHalf(last.size) + 1 : 0
    return { from: 0, now, to: (places.at(-1) ?? before) + after, lived: done, planned: loops.slice(lived) }
  })

test('the thread is one: each stretch begins where the one before it ended', () =>
  fc.assert(
    fc.property(course, (each) => {
      const strands = strandsOf(each, base)
      strands.slice(1).forEach((strand, place) => {
        const [x = 0, y = 0] = beginning(strand.d)
        const [endX = 0, endY = 0] = ending(strands[place]!.d)
        expect(Math.abs(x - endX)).toBeLessThan(1.5)
        expect(Math.abs(y - endY)).toBeLessThan(0.3)
      })
    }),
  ))

test('nothing that lies ahead is drawn as lived', () =>
  fc.assert(
    fc.property(course, (each) => {
      const lies = strandsOf(each, base).map(({ lie }) => lie)
      expect(lies.filter((lie) => lie === 'loop')).toHaveLength(each.lived.length)
      expect(lies.filter((lie) => lie === 'loop-ahead')).toHaveLength(each.planned.length)
      const first = lies.findIndex((lie) => lie === 'ahead' || lie === 'loop-ahead')
      const after = first === -1 ? [] : lies.slice(first)
      expect(after.filter((lie) => lie !== 'ahead' && lie !== 'loop-ahead')).toEqual([])
    }),
  ))

test('before the first journey it lies slack, after it is stitched', () =>
  fc.assert(
    fc.property(course, (each) => {
      const lies = strandsOf(each, base).map(({ lie }) => lie)
      const first = lies.indexOf('loop')
      expect(lies.slice(first === -1 ? lies.length : first)).not.toContain('slack')
      expect(lies.slice(0, Math.max(0, first))).not.toContain('stitch')
    }),
  ))

test('neighbouring loops never reach into each other', () =>
  fc.assert(
    fc.property(course, ({ lived, planned }) => {
      const loops = [...lived, ...planned]
      const tangled = loops.slice(1).filter((loop, place) => {
        const before = loops[place]!
        return before.at + loopHalf(before.size) > loop.at - loopHalf(loop.size) + 0.01
      })
      expect(tangled).toEqual([])
    }),
  ))

test('a wave is level at both ends', () => {
  const d = wavePath([0, 300], base, 15)
  expect([beginning(d), ending(d)]).toEqual([
    [0, base],
    [300, base],
  ])
})
