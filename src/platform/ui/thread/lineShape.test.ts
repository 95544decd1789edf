import { describe, expect, test } from 'vitest'
import { lineShape } from './lineShape.ts'
import type { ThreadLine, ThreadPoint } from './view.ts'

const ground = { plot: { x: 0, y: 0, width: 100, height: 50 }, x: (at: number) => at, now: 100 }

const line = (points: readonly ThreadPoint[], rest: Partial<ThreadLine> = {}): ThreadLine => ({
  id: 'l',
  kind: 'score',
  label: 'Low mood',
  detail: '',
  min: 0,
  max: 25,
  points,
  change: 'unknown',
  ...rest,
})
const given = (at: number, value: number): ThreadPoint => ({ at, status: 'given', value })
const skipped = (at: number): ThreadPoint => ({ at, status: 'skipped' })

describe('a value is drawn', () => {
  test.each([
    [14, false],
    [13, true],
    [25, false],
    [0, true],
  ])('%i with a band from 13 to the top of the scale: beyond chance %s', (value, beyond) => {
    const { dots } = lineShape(line([given(10, value)], { band: { from: 13, to: 25 } }), ground)
    expect(dots.map((dot) => dot.beyond)).toEqual([beyond])
  })
  test('as open where no threshold is known', () => {
    expect(lineShape(line([given(10, 0)]), ground).dots[0]?.beyond).toBe(false)
  })
  test('high up when it is high', () => {
    const { dots } = lineShape(line([given(0, 25), given(50, 0)]), ground)
    expect(dots.map(({ y }) => y)).toEqual([0, 50])
  })
})

test('its start is the answer that the newest is compared with, not always the first', () => {
  const points = [given(1, 12), given(5, 20), given(40, 13)]
  const start = (from?: number) => lineShape(line(points, { from }), ground).start?.point.value
  expect([start(5), start(), start(40), start(99)]).toEqual([20, 12, 12, 12])
})

test('nothing after today is drawn', () => {
  expect(lineShape(line([given(10, 5), given(101, 6)]), ground).dots).toHaveLength(1)
})

describe('what was skipped', () => {
  test('breaks the line, and a dotted stretch leads over', () => {
    const { path, gaps } = lineShape(line([given(0, 25), skipped(20), given(40, 0), given(60, 0)]), ground)
    expect(path).toBe('M0.0 0.0M40.0 50.0L60.0 50.0')
    expect(gaps).toEqual([{ at: 20, from: [0, 0], to: [40, 50] }])
  })
  test('at the end stays level with the last answer', () => {
    expect(lineShape(line([given(0, 25), skipped(20)]), ground).gaps).toEqual([
      { at: 20, from: [0, 0], to: [28, 0] },
    ])
  })
  test('alone lies in the middle', () => {
    expect(lineShape(line([skipped(20)]), ground).gaps).toEqual([{ at: 20, from: [12, 25], to: [28, 25] }])
  })
})

test('what is private is a lock and breaks nothing', () => {
  const { path, locks } = lineShape(line([given(0, 25), { at: 20, status: 'private' }, given(40, 0)]), ground)
  expect(path).toBe('M0.0 0.0L40.0 50.0')
  expect(locks.map(({ x }) => x)).toEqual([20])
})

test('the band ends where the scale ends, and only its inner edges are drawn', () => {
  const { band, edges } = lineShape(line([given(0, 20)], { band: { from: 14, to: 26 } }), ground)
  expect([band?.y, band?.height, ...edges].map((at) => Math.round(at ?? -1))).toEqual([0, 22, 22])
})
