import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour, instant } from '../kernel/instant.ts'
import type { ChangeBasis } from '../measure/change.ts'
import { changeOf, type Scale, type Scales } from './line.ts'
import { threadOf, type Reading, type ThreadFacts } from './thread.ts'

const start = instant('2026-03-02T17:00:00.000Z')
const now = start + 40 * day

const basis: ChangeBasis = {
  betterIs: 'lower',
  reliable: 6,
  reliableSource: null,
  mcid: null,
  mcidSource: null,
  responsePercent: null,
  remission: null,
  caseAtLeast: null,
  endSource: null,
}
const scale: Scale = { min: 0, max: 27, basis }
const scales: Scales = { scores: { 'phq-9': scale }, belief: { min: 0, max: 100, basis: null } }
const asClient: Reading = { framing: 'client', careNow: now, scales }
const asStaff: Reading = { framing: 'staff', careNow: now, scales }

const insight = (id: string, days: number, audience: 'no-one' | 'team') => ({
  id,
  words: `insight ${id}`,
  at: start + days * day,
  sessionId: null,
  corrects: null,
  audience,
})

const facts: ThreadFacts = {
  begunAt: start,
  endsAt: null,
  sessions: [
    {
      id: 's1',
      number: 1,
      plannedAt: start + 14 * day,
      phase: 'closed',
      room: null,
      departure: { way: 'hospital', at: start + 14 * day + 3 * hour },
    },
    { id: 's2', number: 2, plannedAt: start + 28 * day, phase: 'closed', room: null, departure: null },
    { id: 's3', number: 3, plannedAt: start + 44 * day, phase: 'planned', room: null, departure: null },
    { id: 's4', number: 4, plannedAt: start + 30 * day, phase: 'cancelled', room: null, departure: null },
  ],
  doses: [
    { id: 'd1', sessionId: 's1', at: start + 14 * day + hour, corrects: null, struck: false },
    { id: 'd1b', sessionId: 's1', at: start + 14 * day + 2 * hour, corrects: null, struck: false },
    { id: 'd2', sessionId: 's2', at: start + 28 * day, corrects: null, struck: false },
    { id: 'd2b', sessionId: 's2', at: start + 28 * day + hour, corrects: 'd2', struck: false },
  ],
  earlier: [],
  scores: [
    { id: 'q1', instrumentId: 'phq-9', at: start + day, total: 19 },
    { id: 'q2', instrumentId: 'phq-9', at: start + 21 * day, total: null },
    { id: 'q3', instrumentId: 'phq-9', at: start + 35 * day, total: 8 },
    { id: 'u1', instrumentId: 'unheard-of', at: start + 35 * day, total: 8 },
  ],
  beliefs: [{ id: 'b1', words: 'I’m not safe', at: start + day }],
  ratings: [
    { id: 'r1', beliefId: 'b1', rating: 90, at: start + day },
    { id: 'r2', beliefId: 'b1', rating: 30, at: start + 35 * day },
  ],
  intentions: [
    { id: 'i1', words: 'To rest with the door closed', at: start + 2 * day },
    { id: 'i2', words: 'To ask', at: start + 27 * day },
  ],
  integration: {
    insights: [insight('a', 15, 'team'), insight('b', 29, 'no-one')],
    meanings: [{ id: 'm', words: 'It rang when I was seven', at: start + 16 * day, insightId: 'a' }],
    exercises: [
      { id: 'e1', words: 'Five sounds', at: start + 16 * day, insightId: 'a', replaces: null },
      { id: 'e2', words: 'kept exercise', at: start + 30 * day, insightId: 'b', replaces: null },
    ],
    logs: [{ id: 'l', exerciseId: 'e1', outcome: 'done', words: null, at: start + 17 * day }],
    changes: [
      { id: 'c1', words: 'Lamp off', at: start + 22 * day, insightId: 'a', exerciseId: 'e1' },
      { id: 'c2', words: 'kept change', at: start + 36 * day, insightId: 'b', exerciseId: null },
    ],
  },
  reviews: [
    { id: 'v1', at: start + 20 * day, nextReviewAt: start + 60 * day, endsAt: null },
    { id: 'v2', at: start + 36 * day, nextReviewAt: start + 90 * day, endsAt: null },
  ],
}

const shuffled = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

describe('the thread of a course', () => {
  const thread = threadOf(facts, asClient)

  test('has one ring per journey, at its first standing dose, and a date for one to come', () =>
    expect(thread.doses).toEqual([
      { id: 's1', number: 1, at: start + 14 * day + hour, given: true },
      { id: 's2', number: 2, at: start + 28 * day + hour, given: true },
      { id: 's3', number: 3, at: start + 44 * day, given: false },
    ]))

  test('a dose that was struck leaves no ring', () => {
    const struck = { id: 'd3', sessionId: 's1', at: start, corrects: 'd1', struck: true }
    const doses = [facts.doses[0]!, struck]
    expect(threadOf({ ...facts, doses }, asClient).doses.map(({ number }) => number)).toEqual([3])
  })

  test('draws a line for what can be scored, with its band; a skipped answer stays a named gap', () => {
    const [mood] = thread.lines
    expect(mood).toMatchObject({ id: 'phq-9', band: { from: 13, to: 25 }, change: 'better' })
    expect(mood?.points.map(({ status, value }) => [status, value])).toEqual([
      ['given', 19],
      ['skipped', null],
      ['given', 8],
    ])
    expect(thread.lines.map(({ id }) => id)).toEqual(['phq-9', 'b1'])
  })

  test('compares with the last total before the first dose, as every other page does, not with the first of all', () => {
    const asked = (id: string, at: number, total: number | null) => ({ id, instrumentId: 'phq-9', at, total })
    const lineOf = (scores: ThreadFacts['scores']) => threadOf({ ...facts, scores }, asClient).lines[0]
    const [easy, hard] = [asked('p1', start + day, 12), asked('p2', start + 13 * day, 20)]
    const [after, open] = [asked('p3', start + 35 * day, 13), asked('p4', start + 14 * day, null)]
    expect(lineOf([easy, hard, open, after])).toMatchObject({
      from: hard.at,
      band: { from: 14, to: 26 },
      change: 'better',
    })
    expect(lineOf([easy, hard])).toMatchObject({ from: hard.at, change: 'unknown' })
    const afterOnly = lineOf([after, asked('p5', start + 38 * day, 3)])
    expect(afterOnly).toMatchObject({ from: null, band: null, change: 'unknown' })
    const noDose = { ...facts, doses: [], scores: [easy, after] }
    expect(threadOf(noDose, asClient).lines[0]).toMatchObject({ from: easy.at, change: 'chance' })
  })

  test('claims nothing about a belief while no threshold is set', () =>
    expect(thread.lines[1]).toMatchObject({ words: 'I’m not safe', band: null, change: 'unknown' }))

  test('hangs words on what they grew out of', () => {
    const from = Object.fromEntries(thread.words.map((word) => [word.id, word.from]))
    expect(from).toEqual({
      i1: [],
      i2: [],
      a: ['i1'],
      e1: ['a'],
      c1: ['e1'],
      b: ['i2'],
      e2: ['b'],
      c2: ['b'],
    })
  })

  test('fills what was done or found', () =>
    expect(thread.words.filter(({ done }) => done).map(({ id }) => id)).toEqual(['a', 'e1']))

  test('says of a journey how it ended, where that was otherwise than by discharge, and not before it was', () => {
    const at = start + 14 * day + 3 * hour
    const told = [{ id: 's1', number: 1, way: 'hospital', at }]
    expect([thread.departures, threadOf(facts, asStaff).departures]).toEqual([told, told])
    expect(threadOf(facts, { ...asStaff, careNow: at - 1 }).departures).toEqual([])
  })

  test('looks ahead to what was agreed last, and no further back', () =>
    expect(thread.ahead).toEqual([
      { at: start + 44 * day, kind: 'session', number: 3 },
      { at: start + 90 * day, kind: 'review', number: null },
    ]))

  test('an ending that was agreed lies ahead until its day has come', () => {
    const ending = { ...facts, endsAt: now + day }
    expect(threadOf(ending, asClient)).toMatchObject({ endedAt: null })
    expect(threadOf(ending, asClient).ahead).toContainEqual({ at: now + day, kind: 'ending', number: null })
    expect(threadOf(ending, { ...asClient, careNow: now + day })).toMatchObject({ endedAt: now + day })
  })
})

describe('whatever comes', () => {
  test('the order in which facts arrive changes nothing', () =>
    fc.assert(
      fc.property(
        fc.record({
          sessions: shuffled(facts.sessions),
          doses: shuffled(facts.doses),
          scores: shuffled(facts.scores),
          ratings: shuffled(facts.ratings),
          intentions: shuffled(facts.intentions),
          reviews: shuffled(facts.reviews),
          insights: shuffled(facts.integration.insights),
          changes: shuffled(facts.integration.changes),
          exercises: shuffled(facts.integration.exercises),
        }),
        ({ insights, changes, exercises, ...arrived }) => {
          const integration = { ...facts.integration, insights, changes, exercises }
          expect(threadOf({ ...facts, ...arrived, integration }, asClient)).toEqual(threadOf(facts, asClient))
        },
      ),
    ))

  const told = fc.record({
    id: fc.uuid(),
    words: fc.uuid(),
    at: fc.integer({ min: start, max: now }),
    kept: fc.boolean(),
    corrected: fc.option(fc.uuid(), { nil: null }),
  })

  test('nothing the client keeps reaches the staff’s reading, nor is it counted there', () =>
    fc.assert(
      fc.property(fc.array(told, { maxLength: 8 }), (tellings) => {
        const audience = (kept: boolean) => (kept ? ('no-one' as const) : ('team' as const))
        const integration = {
          insights: tellings.flatMap(({ id, words, at, kept, corrected }) => [
            { id, words, at, sessionId: null, corrects: null, audience: audience(kept) },
            ...(corrected === null
              ? []
              : [
                  {
                    id: `${id}-c`,
                    words: corrected,
                    at: at + 1,
                    sessionId: null,
                    corrects: id,
                    audience: audience(kept),
                  },
                ]),
          ]),
          meanings: [],
          exercises: tellings.map(({ id, at }) => ({
            id: `${id}-e`,
            words: `exercise of ${id}`,
            at,
            insightId: id,
            replaces: null,
          })),
          logs: [],
          changes: tellings.map(({ id, at }) => ({
            id: `${id}-x`,
            words: `change of ${id}`,
            at,
            insightId: id,
            exerciseId: null,
          })),
        }
        const seen = JSON.stringify(threadOf({ ...facts, integration }, asStaff))
        const [kept, open] = [tellings.filter((told) => told.kept), tellings.filter((told) => !told.kept)]
        const secrets = kept.flatMap(({ id, words, corrected }) => [id, words, corrected ?? id])
        expect(secrets.filter((secret) => seen.includes(secret))).toEqual([])
        expect(open.filter(({ words, corrected }) => !seen.includes(corrected ?? words))).toEqual([])
        expect(threadOf({ ...facts, integration }, asStaff).words.some((word) => word.private)).toBe(false)
      }),
    ))

  test('the client reads what they keep, marked as kept', () => {
    const kept = threadOf(facts, asClient).words.filter((word) => word.private)
    expect(kept.map(({ text }) => text)).toEqual(['insight b', 'kept exercise', 'kept change'])
  })
})

describe('journeys elsewhere', () => {
  const elsewhere = (id: string, on: string, days: number) => ({
    id,
    on,
    at: start + days * day,
    until: start + (days + 1) * day - 1,
  })
  const begun = { ...facts, earlier: [elsewhere('e2', '2026-02', -10), elsewhere('e1', '2025', -300)] }

  test('stand apart, the oldest first, and take no number from those here', () => {
    const thread = threadOf(begun, asClient)
    expect(thread.earlier.map(({ id }) => id)).toEqual(['e1', 'e2'])
    expect(thread.doses).toEqual(threadOf(facts, asClient).doses)
  })
  test('leave no beginning after them: how it changed since is not known', () => {
    const change = (of: ThreadFacts) => threadOf(of, asStaff).lines.map((line) => line.change)
    expect(change(facts)).not.toEqual(change(begun))
    expect(threadOf(begun, asStaff).lines.find(({ kind }) => kind === 'score')).toMatchObject({
      from: null,
      change: 'unknown',
    })
  })
})

describe('a change', () => {
  test.each([
    [[19, 13], 'better'],
    [[19, 14], 'chance'],
    [[8, 14], 'worse'],
    [[19], 'unknown'],
    [[], 'unknown'],
    [[10, 27, 10], 'chance'],
  ])('%j is %s', (values, expected) => expect(changeOf(values, scale)).toBe(expected))

  test('where higher is better, the sign turns', () =>
    expect(changeOf([1, 9], { ...scale, basis: { ...basis, betterIs: 'higher' } })).toBe('better'))
})
