import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromLibrary } from '../instrument/library.content.ts'
import { day, hour, minute } from '../kernel/instant.ts'
import { movesOf, servedBy, type Logged, type Standing } from './log.ts'
import { stateOf } from './occasion.ts'
import { planOf, type Asking, type Intended, type ScheduleFacts } from './schedule.ts'
import { askableOf, faultsInSetting } from './setting.ts'
import { askingOf, newLine, typedOf } from './settingTyped.ts'
import { usualSchedule } from './usual.content.ts'

const timeZone = 'America/Los_Angeles'
/** Ten in the morning there. */
const doseAt = Date.parse('2026-03-02T18:00:00Z')
const facts: ScheduleFacts = {
  enrolledAt: doseAt - 20 * day,
  journeys: [{ id: 'j1', plannedAt: doseAt, doseAt, cancelled: false }],
  completedAt: null,
  leftAt: null,
  timeZone,
}
const week: Asking = {
  id: 'week',
  on: 'dose',
  after: { days: 7 },
  opensHoursBefore: 0,
  closesHoursAfter: 96,
  remindHoursAfter: 24,
  instruments: ['phq-9'],
}
const [phq] = planOf([week], facts) as [Intended]
const standing = (now: number, more: Partial<Standing> = {}): Standing => ({
  intended: phq,
  state: stateOf(phq, { responses: [], refused: new Set() }, now),
  alone: true,
  ...more,
})
const moves = (careNow: number, log: readonly Logged[] = [], more: Partial<Standing> = {}) =>
  movesOf([standing(careNow, more)], { log, timeZone, responses: [] }, careNow)
const logged = (what: Logged['what']): Logged => ({ key: phq.key, what, targetAt: phq.targetAt, late: false })
const shifted = fc.record({
  after: fc.integer({ min: 0, max: 14 * 24 }),
  zone: fc.constantFrom('America/Los_Angeles', 'America/New_York', 'Europe/Madrid', 'Asia/Tokyo'),
  minutes: fc.integer({ min: -20, max: 20 }),
})
const whats = (now: ReturnType<typeof moves>) => now.write.map(({ what }) => what)

describe('what the job does', () => {
  test('before it opens, nothing; it comes back when it does', () =>
    expect(moves(phq.opensAt - hour)).toEqual({
      answered: [],
      write: [],
      remind: [],
      nextAt: phq.opensAt,
    }))
  test('open: it is written down as intended, and looked at again when the reminder is due', () => {
    const now = moves(phq.opensAt)
    expect([whats(now), now.remind, now.nextAt]).toEqual([['intended'], [], phq.remindAt])
  })
  test('the reminder: once, and not for what is asked together', () => {
    const at = phq.remindAt!
    expect(moves(at, [logged('intended')]).remind).toEqual([phq])
    expect(moves(at, [logged('intended'), logged('reminded')]).remind).toEqual([])
    expect(moves(at, [], { alone: false }).remind).toEqual([])
    expect(moves(at, [], { state: 'answered' }).remind).toEqual([])
    expect(moves(at, [], { state: 'refused' }).remind).toEqual([])
  })
  test('a job that runs late at night waits for the morning there', () => {
    const night = phq.remindAt! + 11 * hour
    const now = moves(night)
    expect(now.remind).toEqual([])
    expect(now.nextAt).toBe(Date.parse('2026-03-11T16:00:00Z'))
  })
  test('over: missed, and nothing to come back for', () => {
    const now = moves(phq.closesAt + 1, [logged('intended')])
    expect([whats(now), now.remind, now.nextAt]).toEqual([['missed'], [], null])
  })
  test('an answer is written down for the occasion it served, once, and as late where that was over', () => {
    const given = (answeredAt: number) => ({ id: 'r1', instrumentId: 'phq-9', answeredAt })
    const now = (response: ReturnType<typeof given>, log: readonly Logged[] = []) =>
      movesOf([standing(phq.closesAt + day)], { log, timeZone, responses: [response] }, phq.closesAt + day)
        .answered
    const [inTime, tooLate] = [given(phq.opensAt), given(phq.closesAt + 1)]
    expect(now(inTime)).toEqual([{ intended: phq, late: false, response: inTime }])
    expect(now(tooLate)).toEqual([{ intended: phq, late: true, response: tooLate }])
    expect(now(given(phq.opensAt - 1))).toEqual([])
    expect(now(inTime, [logged('answered')])).toEqual([])
  })
  test('moved to another day it is intended anew, under the same name', () => {
    const before = { ...logged('intended'), targetAt: phq.targetAt - day }
    expect(whats(moves(phq.opensAt, [before]))).toEqual(['intended'])
  })
  test('whenever it runs, and however often, it writes nothing twice and reminds at most once', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 * 24 }), { maxLength: 30 }), (hours) => {
        const log: Logged[] = []
        for (const after of hours.toSorted((one, other) => one - other)) {
          const now = moves(doseAt + after * hour, log)
          log.push(...now.write.map(({ what }) => logged(what)), ...now.remind.map(() => logged('reminded')))
        }
        expect(new Set(log.map(({ what }) => what)).size).toBe(log.length)
      }),
    ))
  test('wherever the client lives meanwhile, and whatever minute the dose was given at: the same, once', () =>
    fc.assert(
      fc.property(fc.array(shifted, { maxLength: 30 }), (times) => {
        const log: Logged[] = []
        for (const { after, zone, minutes } of times.toSorted((one, other) => one.after - other.after)) {
          const journeys = [{ ...facts.journeys[0]!, doseAt: doseAt + minutes * minute }]
          const [intended] = planOf([week], { ...facts, journeys, timeZone: zone }) as [Intended]
          const careNow = doseAt + after * hour
          const state = stateOf(intended, { responses: [], refused: new Set() }, careNow)
          const now = movesOf(
            [{ intended, state, alone: true }],
            { log, timeZone: zone, responses: [] },
            careNow,
          )
          const { key, targetAt } = intended
          const line = (what: Logged['what']): Logged => ({ key, what, targetAt, late: false })
          log.push(...now.write.map(({ what }) => line(what)), ...now.remind.map(() => line('reminded')))
        }
        expect(new Set(log.map(({ what }) => what)).size).toBe(log.length)
      }),
    ))
})

describe('which occasion an answer serves', () => {
  const at = (answeredAt: number) => servedBy([phq], { instrumentId: 'phq-9', answeredAt })
  test('the one whose time it falls in', () =>
    expect(at(phq.opensAt)).toEqual([{ intended: phq, late: false }]))
  test('after it, the one that is over, marked late', () =>
    expect(at(phq.closesAt + day)).toEqual([{ intended: phq, late: true }]))
  test('before it, or of another instrument, none', () => {
    expect(at(phq.opensAt - 1)).toEqual([])
    expect(servedBy([phq], { instrumentId: 'gad-7', answeredAt: phq.opensAt })).toEqual([])
  })
})

describe('a schedule of the practice’s own', () => {
  const askable = new Set(['phq-9', 'gad-7'])
  const faults = (more: Partial<Asking>) =>
    faultsInSetting([{ ...week, ...more }], askable).map(({ fault }) => fault)
  test.each([
    [{}, []],
    [{ instruments: [] }, ['no-instruments']],
    [{ instruments: ['phq-9', 'phq-9'] }, ['same-instrument']],
    [{ instruments: ['bdi-ii'] }, ['not-askable']],
    [{ after: { days: Number.NaN } }, ['after-range']],
    [{ after: { days: 800 } }, ['after-range']],
    [{ after: { days: -1 } }, ['before-only-journeys']],
    [{ on: 'journey', after: { days: -1 } }, []],
    [{ opensHoursBefore: -1 }, ['opens-range']],
    [{ closesHoursAfter: 0 }, ['closes-range', 'remind-too-late']],
    [{ remindHoursAfter: 96 }, ['remind-too-late']],
    [{ remindHoursAfter: null }, []],
  ] as [Partial<Asking>, string[]][])('%o: %o', (more, expected) => expect(faults(more)).toEqual(expected))
  test('two times of one name are told apart before they are mixed up', () =>
    expect(faultsInSetting([week, week], askable)).toEqual([{ line: 1, fault: 'same-name' }]))
  test('read from the form and back it is the same', () => {
    for (const line of usualSchedule) {
      const { source: _, ...asking } = line
      expect(askingOf(typedOf(asking))).toEqual(asking)
    }
    expect(askingOf({ ...newLine('x'), count: '−2', closes: '1.5' })).toMatchObject({
      after: { days: -2 },
      closesHoursAfter: Number.NaN,
    })
  })
})

describe('the usual schedule', () => {
  const known = new Set(usualSchedule.flatMap(({ instruments }) => instruments))
  test('names only instruments there are, each line its source, and would pass as a practice’s own', () => {
    for (const id of known) expect([id, fromLibrary(id)?.id]).toEqual([id, id])
    for (const { source } of usualSchedule) {
      expect(source.en).toMatch(/(instruments|clinical) reference [0-9]/)
      expect(source.es).toMatch(/referencia (de instrumentos|clínica) [0-9]/)
    }
    expect(faultsInSetting(usualSchedule, known)).toEqual([])
  })
  test('the beginning ends with the first dose; between it and the next time nothing is asked that was missed', () => {
    const plan = planOf(askableOf(usualSchedule, new Set(['phq-9'])), facts)
    const [beginning, after] = plan
    expect([beginning!.askingId, beginning!.closesAt]).toEqual(['beginning', doseAt])
    expect([after!.askingId, after!.opensAt]).toEqual(['week-after', doseAt + 7 * day - hour])
  })
  test('an answer from fourteen days before a course is its beginning, and none from before that', () => {
    const [beginning] = planOf(askableOf(usualSchedule, new Set(['phq-9'])), facts)
    expect(beginning!.opensAt).toBe(facts.enrolledAt! - 14 * day)
  })
  test('what cannot be asked is not intended, and a line of nothing else goes', () =>
    expect(askableOf(usualSchedule, new Set(['edi'])).map(({ id }) => id)).toEqual(['day-after']))
})
