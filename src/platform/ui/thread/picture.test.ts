import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlap } from './box.ts'
import { boxOf } from './label.ts'
import { pictureOf, printedPicture } from './picture.ts'
import type { PictureOptions } from './sheet.ts'
import { day } from './timeScale.ts'
import { inTime, isGiven, type ThreadLine, type ThreadView, type ThreadWord } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const start = 1_788_800_400_000

const options = (width: number, rest: Partial<PictureOptions> = {}): PictureOptions => ({
  width,
  size: 16,
  words: en.picture,
  date: (at) => `Sep ${1 + (Math.floor(at / day) % 28)}`,
  number: String,
  order: 'lines-first',
  ...rest,
})

const moment = (from: number, to: number) =>
  fc.integer({ min: from * 24, max: to * 24 }).map((hours) => start + hours * 3_600_000)

const sentence = fc
  .array(
    fc.constantFrom(
      'la',
      'descansar',
      'irremediablemente',
      'responsabilizarme',
      'otorrinolaringólogo',
      'a',
      'W',
      'and I can stay',
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((words) => words.join(' '))

const line = (id: number): fc.Arbitrary<ThreadLine> =>
  fc
    .record({
      label: sentence,
      kind: fc.constantFrom('score' as const, 'belief' as const),
      change: fc.constantFrom('better' as const, 'worse' as const, 'chance' as const, 'unknown' as const),
      band: fc.option(
        fc.record({ from: fc.integer({ min: 0, max: 50 }), to: fc.integer({ min: 51, max: 100 }) }),
        {
          nil: undefined,
        },
      ),
      points: fc.array(
        fc.record({
          at: moment(0, 400),
          status: fc.constantFrom('given' as const, 'given' as const, 'skipped' as const, 'private' as const),
          value: fc.integer({ min: 0, max: 100 }),
        }),
        { maxLength: 40 },
      ),
    })
    .map((rest) => ({
      id: `line-${id}`,
      detail: 'from 0 to 100; less is lighter',
      min: 0,
      max: 100,
      ...rest,
    }))

const words = fc
  .array(
    fc.record({
      at: moment(0, 400),
      kind: fc.constantFrom('intention' as const, 'insight' as const, 'exercise' as const, 'change' as const),
      text: fc.option(sentence, { nil: undefined }),
      private: fc.boolean(),
      parent: fc.nat(),
    }),
    { maxLength: 24 },
  )
  .map((all) =>
    all.map(({ parent, ...word }, place): ThreadWord => ({
      ...word,
      id: `w${place}`,
      from: place > 0 ? [`w${parent % place}`] : [],
    })),
  )

const view: fc.Arbitrary<ThreadView> = fc.record({
  startsAt: fc.constant(start),
  now: moment(0, 400),
  doses: fc
    .array(fc.record({ at: moment(0, 400), given: fc.boolean() }), { maxLength: 12 })
    .map((doses) => doses.map((dose, place) => ({ ...dose, id: `d${place}` }))),
  lines: fc
    .tuple(line(0), line(1), line(2), line(3), line(4))
    .chain((lines) => fc.integer({ min: 0, max: 5 }).map((count) => lines.slice(0, count))),
  words,
  departures: fc
    .array(fc.record({ at: moment(0, 400), label: sentence }), { maxLength: 4 })
    .map((left) => left.map((one, place) => ({ ...one, id: `l${place}` }))),
  endedAt: fc.option(moment(0, 400), { nil: undefined }),
  earlier: fc
    .array(
      fc.record({ at: moment(-900, 400), when: fc.constantFrom('2024', 'September 2026', 'Sep 3, 2026') }),
      {
        maxLength: 14,
      },
    )
    .map((all) => all.map((one, place) => ({ ...one, id: `e${place}` }))),
  ahead: fc.array(fc.record({ at: moment(400, 500), label: sentence }), { maxLength: 4 }),
})

const sizes = fc.record({
  width: fc.integer({ min: 760, max: 1700 }),
  compact: fc.boolean(),
  order: fc.constantFrom('words-first' as const, 'lines-first' as const),
  words: fc.constantFrom(en.picture, es.picture),
})

const drawn = fc.tuple(view, sizes).map(([course, { width, ...rest }]) => ({
  course,
  width,
  picture: pictureOf(course, course.lines, options(width, rest)),
}))

describe('the picture of any course', () => {
  test('has no two labels that lie on each other', () =>
    fc.assert(
      fc.property(drawn, ({ picture }) => {
        const boxes = picture.labels.map(boxOf)
        boxes.forEach((box, place) => {
          for (const other of boxes.slice(place + 1)) expect(overlap(box, other)).toBe(false)
        })
      }),
      { numRuns: 150 },
    ))

  test('keeps every label inside the picture', () =>
    fc.assert(
      fc.property(drawn, ({ picture, width }) => {
        for (const box of picture.labels.map(boxOf)) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(width)
          expect(box.y + box.height).toBeLessThanOrEqual(picture.height + 1)
        }
      }),
      { numRuns: 150 },
    ))

  test('draws every journey elsewhere by itself, before the course or within it, and none of them as lived here', () =>
    fc.assert(
      fc.property(drawn, ({ course, picture }) => {
        const { earlier, rings } = picture.thread
        expect(earlier.rings.map(({ id }) => id)).toEqual(inTime(course.earlier!).map(({ id }) => id))
        for (const { id, x } of earlier.rings) {
          const { at } = course.earlier!.find((one) => one.id === id)!
          expect([id, x < picture.from]).toEqual([id, at < course.startsAt])
          expect(x).toBeGreaterThan(0)
        }
        expect(earlier.way !== undefined).toBe(course.earlier!.some(({ at }) => at < course.startsAt))
        expect(rings).toHaveLength(
          pictureOf({ ...course, earlier: [] }, [], options(900)).thread.rings.length,
        )
      }),
      { numRuns: 150 },
    ))

  test('marks every word that was lived, and none that was not', () =>
    fc.assert(
      fc.property(drawn, ({ course, picture }) => {
        const lived = course.words.filter(({ at }) => at <= course.now).map(({ id }) => id)
        expect(picture.words.marks.map(({ id }) => id).toSorted()).toEqual(lived.toSorted())
      }),
    ))

  test('draws every answer given until now, at its place in time', () =>
    fc.assert(
      fc.property(drawn, ({ course, picture }) => {
        course.lines.forEach((each, place) => {
          const given = inTime(each.points)
            .filter(isGiven)
            .filter(({ at }) => at <= course.now)
          const xs = picture.lines[place]!.dots.map(({ x }) => x)
          expect(xs).toHaveLength(given.length)
          expect(xs).toEqual(xs.toSorted((one, other) => one - other))
        })
      }),
    ))

  test('shows nothing of a line that was not chosen', () =>
    fc.assert(
      fc.property(view, (course) => {
        const picture = pictureOf(course, [], options(1100, { order: 'words-first' }))
        expect(picture.lines).toEqual([])
        const said = picture.labels.flatMap(({ lines }) => lines)
        expect(said).not.toContain(en.picture.skipped)
        for (const each of Object.values(en.picture.change.score).filter(Boolean))
          expect(said).not.toContain(each)
      }),
    ))

  test('uses numbers everywhere a number is needed', () =>
    fc.assert(
      fc.property(drawn, ({ picture }) => {
        expect(JSON.stringify(picture)).not.toMatch(/NaN|Infinity/)
        expect(picture.height).toBeGreaterThan(0)
        expect(Number.isFinite(picture.height)).toBe(true)
      }),
    ))
})

test('a journey that was left has a door beside its ring, with its word, on the screen and on paper', () => {
  const left = (days: number): ThreadView => ({
    startsAt: start,
    now: start + 40 * day,
    doses: [10, 24].map((at) => ({ id: `d${at}`, at: start + at * day, given: true })),
    lines: [],
    words: [],
    ahead: [],
    departures: [{ id: 'l', at: start + days * day, label: 'Se fue contra el consejo' }],
  })
  const hours = 3 / 24
  for (const width of [760, 1280])
    for (const days of [10 + hours, 24 + hours, 40])
      for (const picture of [
        pictureOf(left(days), [], options(width, { words: es.picture })),
        printedPicture(left(days), [], options(width, { words: es.picture })),
      ]) {
        const [door] = picture.thread.doors
        const said = picture.labels.find(({ lines }) => lines.join(' ') === 'Se fue contra el consejo')
        expect(said).toBeDefined()
        const ring = picture.thread.rings.find(({ x }) => Math.abs(x - door!.x) < 30)
        expect(ring !== undefined).toBe(days !== 40)
      }
  expect(pictureOf(left(41), [], options(1280)).thread.doors).toEqual([])
})

test('a course that ended is drawn until the last thing known of it, and nothing of it lies ahead', () =>
  fc.assert(
    fc.property(view, moment(0, 400), (course, endedAt) => {
      const years = { ...course, endedAt, now: start + 4_000 * day }
      const later = { ...years, now: start + 5_000 * day }
      const [one, other] = [years, later].map((each) => pictureOf(each, each.lines, options(1100)))
      expect(one).toEqual(other)
      expect(one!.today).toBeUndefined()
      expect(one!.thread.strands.filter(({ lie }) => lie === 'ahead')).toEqual([])
    }),
  ))

test('a course of six journeys and two beliefs fits one landscape page', () => {
  const course: ThreadView = {
    startsAt: start,
    now: start + 120 * day,
    doses: [21, 35, 49, 63, 77, 91].map((days, place) => ({
      id: `d${place}`,
      at: start + days * day,
      given: true,
    })),
    lines: ['score', 'belief', 'belief'].map((kind, place) => ({
      id: `l${place}`,
      kind: kind as 'score' | 'belief',
      label: 'Low mood',
      detail: 'PHQ-9, 0 to 27',
      min: 0,
      max: 100,
      band: { from: 60, to: 100 },
      points: [0, 30, 60, 90, 120].map((days) => ({
        at: start + days * day,
        status: 'given',
        value: 90 - days / 2,
      })),
      change: 'better',
    })),
    words: [22, 36, 50, 64].flatMap((days, place): ThreadWord[] => [
      {
        id: `n${place}`,
        at: start + days * day,
        kind: 'insight',
        text: 'The alarm is old',
        private: false,
        from: [],
      },
      {
        id: `e${place}`,
        at: start + (days + 3) * day,
        kind: 'exercise',
        text: 'Five sounds, before sleep',
        private: false,
        from: [`n${place}`],
      },
    ]),
    ahead: [],
  }
  const { width: _, ...rest } = options(0)
  const picture = printedPicture(course, course.lines, rest)
  expect(picture.height / picture.width).toBeLessThanOrEqual(0.55)
})
