import type {
  ThreadDose,
  ThreadLine,
  ThreadPoint,
  ThreadView,
  ThreadWord,
  ThreadWordKind,
} from '../thread/view.ts'
import type { en } from './words.en.ts'

/** Invented courses for the page of the design system. No real person is described. */
type Words = typeof en.courses

const day = 86_400_000
const start = 1_788_800_400_000

const at = (days: number) => start + days * day

const given = (days: number, place: number): ThreadDose => ({
  id: `dose-${place}`,
  at: at(days),
  given: true,
})

/** `[day, value]`; a missing value was skipped, `null` kept private. */
const points = (
  ...answers: readonly (readonly [number, number?] | readonly [number, null])[]
): readonly ThreadPoint[] =>
  answers.map(([days, value]) => {
    if (value === null) return { at: at(days), status: 'private' }
    return value === undefined
      ? { at: at(days), status: 'skipped' }
      : { at: at(days), status: 'given', value }
  })

const word = (
  [id, kind, days]: readonly [string, ThreadWordKind, number],
  rest: Partial<ThreadWord>,
): ThreadWord => ({
  id,
  kind,
  at: at(days),
  private: false,
  from: [],
  ...rest,
})

const mood = (words: Words, points: readonly ThreadPoint[]): ThreadLine => ({
  id: 'mood',
  kind: 'score',
  label: words.mood,
  detail: words.moodDetail,
  min: 0,
  max: 27,
  band: { from: 13, to: 25 },
  points,
  change: 'better',
})

const belief = (
  words: Words,
  id: 'safe' | 'trust' | 'broken' | 'alone',
  rest: Partial<ThreadLine>,
): ThreadLine => ({
  id,
  kind: 'belief',
  label: words.beliefs[id],
  detail: words.beliefDetail,
  min: 0,
  max: 100,
  points: [],
  change: 'unknown',
  ...rest,
})

/** Twelve weeks, three journeys, one score skipped, one insight kept private. */
export const threeJourneys = (words: Words): ThreadView => ({
  startsAt: at(0),
  now: at(84),
  doses: [21, 37, 58].map(given),
  lines: [
    mood(words, points([0, 19], [14, 18], [25, 14], [35, 15], [43, 11], [51], [63, 8], [73, 9], [84, 8])),
    belief(words, 'safe', {
      band: { from: 60, to: 100 },
      change: 'better',
      points: points([8, 90], [19, 90], [24, 61], [36, 70], [42, 45], [57, 50], [63, 35], [84, 30]),
    }),
    belief(words, 'trust', {
      band: { from: 55, to: 100 },
      change: 'chance',
      points: points([8, 85], [19, 85], [24, 80], [36, 84], [42, 76], [57, null], [63, 75], [84, 76]),
    }),
  ],
  words: [
    word(['i1', 'intention', 5], { text: words.rest }),
    word(['n1', 'insight', 22], { text: words.alarm, from: ['i1'], done: true }),
    word(['e1', 'exercise', 26], { text: words.sounds, from: ['n1'], done: true }),
    word(['c1', 'change', 48], { text: words.lamp, from: ['e1'] }),
    word(['c2', 'change', 72], { text: words.door, from: ['c1'] }),
    word(['n2', 'insight', 38], { text: words.ask, from: ['i1'], done: true }),
    word(['e2', 'exercise', 47], { text: words.call, from: ['n2'] }),
    word(['c3', 'change', 66], { text: words.lift, from: ['e2'] }),
    word(['n3', 'insight', 59], { private: true, text: words.kept, from: ['i1'] }),
  ],
  ahead: [
    { at: at(88), label: words.session },
    { at: at(98), label: words.review },
  ],
})

/** The same course as somebody else may read it. */
export const withoutPrivate = (view: ThreadView): ThreadView => ({
  ...view,
  words: view.words.map((each) => (each.private ? { ...each, text: undefined } : each)),
})

/** The first day: nothing but the beginning and a plan. */
export const firstDay = (words: Words): ThreadView => ({
  startsAt: at(0),
  now: at(0) + day / 4,
  doses: [
    { id: 'p1', at: at(24), given: false },
    { id: 'p2', at: at(38), given: false },
  ],
  lines: [mood(words, points([0, 19]))].map((line) => ({ ...line, change: 'unknown' as const })),
  words: [],
  ahead: [{ at: at(3), label: words.session }],
})

/** The same course a season later, completed with a planned ending. */
export const completed = (words: Words): ThreadView => {
  const course = threeJourneys(words)
  return { ...course, now: at(140), endedAt: at(98), ahead: [] }
}

/** Twelve journeys, some two days apart; four beliefs; a year of scores. */
export const twelveJourneys = (words: Words): ThreadView => ({
  startsAt: at(0),
  now: at(210),
  doses: [30, 33, 36, 40, 44, 47, 75, 90, 105, 120, 150, 180].map(given),
  lines: [
    mood(
      words,
      points(
        ...Array.from(
          { length: 31 },
          (_, turn) => [turn * 7, 21 - Math.round(turn * 0.4 + (turn % 3))] as const,
        ),
      ),
    ),
    ...(['safe', 'trust', 'broken', 'alone'] as const).map((id, place) =>
      belief(words, id, {
        band: { from: 60 - place * 10, to: 100 - place * 10 },
        change: place === 3 ? 'worse' : 'better',
        points: points(
          ...Array.from(
            { length: 9 },
            (_, turn) => [20 + turn * 23, 80 - place * 10 - turn * (place === 3 ? -6 : 5)] as const,
          ),
        ),
      }),
    ),
  ],
  words: [
    word(['i1', 'intention', 12], { text: words.rest }),
    word(['i2', 'intention', 70], { text: words.long }),
    ...[31, 34, 41, 48, 76, 91, 106, 151].map((days, place) =>
      word([`n${place}`, 'insight', days], {
        text: place % 2 ? words.ask : words.long,
        from: [days < 70 ? 'i1' : 'i2'],
      }),
    ),
    ...[35, 50, 80, 110, 155].map((days, place) =>
      word([`e${place}`, 'exercise', days], {
        text: place % 2 ? words.call : words.sounds,
        from: [`n${place}`],
        done: place < 3,
      }),
    ),
    ...[60, 95, 140].map((days, place) =>
      word([`c${place}`, 'change', days], { text: words.lamp, from: [`e${place}`] }),
    ),
  ],
  ahead: [{ at: at(217), label: words.review }],
})
