import { describe, expect, test } from 'vitest'
import { boxOf } from '../thread/label.ts'
import { overlap } from '../thread/box.ts'
import { groundOf } from './ground.ts'
import { scorePicture, type ChartOptions } from './scorePicture.ts'
import type { ScoreView } from './view.ts'

const plot = { x: 100, y: 20, width: 1000, height: 280 }
const day = 86_400_000
const at = (days: number) => days * day
const view = (more: Partial<ScoreView> = {}): ScoreView => ({
  from: at(0),
  to: at(100),
  min: 0,
  max: 27,
  whole: true,
  zones: [
    { label: 'minimal', from: 0, to: 5 },
    { label: 'mild', from: 5, to: 10 },
    { label: 'moderate', from: 10, to: 27 },
  ],
  baseline: { at: at(10), value: 19 },
  threshold: 6,
  points: [
    { id: 'a', at: at(10), value: 19 },
    { id: 'b', at: at(20), value: 14 },
    { id: 'c', at: at(30), value: 13, estimated: true },
    { id: 'd', at: at(40), value: null },
    { id: 'e', at: at(50), value: 8 },
  ],
  moments: [
    { id: 'dose', at: at(12), kind: 'dose', label: '1' },
    { id: 'review', at: at(60), kind: 'event', label: 'Review: plan changed' },
  ],
  ...more,
})

describe('the ground', () => {
  // 28 whole values in 280 pixels: ten for each, and 0 stands five above the floor.
  test('puts a value where it belongs: 0 half a step above the floor, 27 half a step below the top', () => {
    const { y, spots } = groundOf(view(), plot)
    expect([y(0), y(27)]).toEqual([295, 25])
    expect(spots.map(({ x, y: high }) => [x, Math.round(high)])).toEqual([
      [200, 105],
      [300, 155],
      [400, 165],
      [600, 215],
    ])
  })

  test('is solid where nothing is missing, and dotted over what is not known', () => {
    const { path, gaps, open } = groundOf(view(), plot)
    expect(path).toBe('M200.0 105.0L300.0 155.0L400.0 165.0M600.0 215.0')
    expect(gaps.map((gap) => Object.values(gap).map(Math.round))).toEqual([[400, 165, 600, 215]])
    expect(open).toEqual([{ id: 'd', x: 500 }])
  })

  test('never draws what is unknown as a value, nor a line into what comes after the last', () => {
    const ended = view({ points: [...view().points, { id: 'f', at: at(70), value: null }] })
    const { path, gaps, spots } = groundOf(ended, plot)
    expect(spots).toHaveLength(4)
    expect(gaps).toHaveLength(1)
    expect(path).toBe(groundOf(view(), plot).path)
  })

  test('fills a point only where it is further from the baseline than chance: six, not five', () => {
    expect(groundOf(view(), plot).spots.map(({ beyond }) => beyond)).toEqual([false, false, true, true])
    expect(groundOf(view({ threshold: null }), plot).spots.some(({ beyond }) => beyond)).toBe(false)
  })

  test('hatches from the baseline on, with the points that are more than chance outside of it', () => {
    const { chance, edges, spots } = groundOf(view(), plot)
    // 19 ± 5.5: from 24.5 to 13.5.
    expect(chance).toEqual({ x: 200, y: 50, width: 900, height: 110 })
    expect(edges).toEqual([50, 160])
    for (const { y, beyond } of spots) expect(y > chance!.y + chance!.height).toBe(beyond)
    expect(groundOf(view({ baseline: null }), plot).chance).toBeNull()
  })

  test('borders of zones run between two values, and the last reaches the top though it is one value high', () => {
    const rows = view({
      min: 0,
      max: 2,
      worded: true,
      zones: ['low', 'middle', 'high'].map((label, row) => ({ label, from: row, to: row + 1 })),
    })
    expect(groundOf(rows, { ...plot, height: 300 }).zones.map(({ box }) => [box.y, box.height])).toEqual([
      [220, 100],
      [120, 100],
      [20, 100],
    ])
  })
})

const words = {
  doses: 'Doses',
  events: 'Events',
  unknown: 'Unknown',
  baseline: 'baseline',
  estimated: 'estimated',
  chance: 'Hatched: may be chance',
}
const options: ChartOptions = {
  width: 1040,
  size: 15,
  words,
  date: (moment) => `day ${moment / day}`,
  number: String,
}
const saidIn = (picture: ReturnType<typeof scorePicture>) =>
  picture.labels.map(({ lines }) => lines.join(' '))

describe('the picture', () => {
  test('says its zones, rows, values and what is estimated in words', () => {
    const said = saidIn(scorePicture(view(), options))
    for (const word of [...Object.values(words), 'minimal', 'mild', 'moderate', '19', '8', '1'])
      expect(said).toContain(word)
  })

  test('names no unknown row where nothing is unknown, and no baseline where there is none', () => {
    const points = view().points.filter(({ value }) => value !== null)
    const said = saidIn(scorePicture(view({ points, baseline: null }), options))
    expect(said).not.toContain('Unknown')
    expect(said).not.toContain('baseline')
    expect(said).not.toContain('Hatched: may be chance')
  })

  test.each([320, 358, 560, 720, 1040])('no two words lie on each other at %i pixels', (width) => {
    const crowded = view({
      points: Array.from({ length: 30 }, (_, n) => ({ id: `${n}`, at: at(3 * n), value: (n * 7) % 28 })),
      moments: Array.from({ length: 12 }, (_, n) => ({
        id: `m${n}`,
        at: at(8 * n),
        kind: n % 2 ? ('dose' as const) : ('event' as const),
        label: n % 2 ? String(n) : 'Review: go on as planned',
      })),
    })
    const boxes = scorePicture(crowded, { ...options, width }).labels.map(boxOf)
    const onEachOther = boxes.flatMap((box, place) =>
      boxes.slice(place + 1).filter((other) => overlap(box, other)),
    )
    expect(onEachOther).toEqual([])
    expect(boxes.length).toBeGreaterThan(8)
  })

  test('one answer on one day is drawn, and nothing divides by nothing', () => {
    const one = view({
      from: 0,
      to: 0,
      points: [{ id: 'a', at: 0, value: 3 }],
      baseline: { at: 0, value: 3 },
    })
    const { spots, labels } = scorePicture(one, options)
    expect(Number.isFinite(spots[0]!.x)).toBe(true)
    for (const { x, y } of labels) expect(Number.isFinite(x + y)).toBe(true)
  })
})
