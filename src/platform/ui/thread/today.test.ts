import { describe, expect, test } from 'vitest'
import type { Label } from './label.ts'
import { todayPath } from './today.ts'

const label = (more: Partial<Label>): Label => ({
  lines: ['Asked a neighbour for a lift.'],
  x: 80,
  y: 100,
  anchor: 'start',
  size: 15,
  face: 'serif',
  tone: 'ink',
  ...more,
})
const line = { x: 120, from: 20, to: 200 }

describe('the line of today', () => {
  test('goes from the thread to the axis in one stroke where nothing is in its way', () => {
    expect(todayPath([label({ x: 140 }), label({ x: 80, lines: ['so'] })], line)).toBe('M120 20V200')
  })

  test('leaves out the height of words that it would run through, however they are anchored', () => {
    expect(todayPath([label({})], line)).toBe('M120 20V84.1M120 107.2V200')
    expect(todayPath([label({ x: 200, anchor: 'end' })], line)).toBe('M120 20V84.1M120 107.2V200')
    expect(todayPath([label({ x: 120, anchor: 'middle' })], line)).toBe('M120 20V84.1M120 107.2V200')
  })

  test('ends before words that stand on the axis', () => {
    expect(todayPath([label({ y: 195 })], line)).toBe('M120 20V179.1')
  })
})
