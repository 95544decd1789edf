import { describe, expect, test } from 'vitest'
import { gatesAt as now, ready, toldWell } from '../app/testing/gates.ts'
import { day, hour, isoOf, minute, type Instant } from '../kernel/instant.ts'
import { table } from '../rule/rule.content.ts'
import { allLines, answersTo, dayLines, isFilled, linesOf, type DayLine } from './dayLines.ts'
import { dayRules } from './dayRules.content.ts'
import type { DayTold } from './dayTold.ts'
import type { DayDecision, GateFacts } from './gateFacts.ts'
import { isNeeded, type GateId } from './gate.ts'
import { gatesOf } from './gates.ts'

const find = (id: GateId, more: Partial<GateFacts>) =>
  gatesOf({ ...ready, ...more }, now).find((one) => one.id === id)!
const gate = (id: GateId, more: Partial<GateFacts>) => {
  const { state, because } = find(id, more)
  return `${state}: ${because.code}`
}

const by = { byName: 'M', roles: ['monitor'] }
const later = (...told: (Partial<DayTold> & Pick<DayTold, 'kind'>)[]) => ({
  told: [...toldWell, ...told.map((one) => ({ toldAt: now - minute, ...by, ...one }) as DayTold)],
})
const said = (answers: Record<string, string>, toldAt = now - minute) =>
  later({ kind: 'answers', answers, toldAt })
const unasked = (...lines: DayLine[]) => ({
  told: toldWell.map((one): DayTold => {
    if (one.kind !== 'answers') return one
    const kept = Object.entries(one.answers).filter(([line]) => !lines.includes(line as DayLine))
    return { ...one, answers: Object.fromEntries(kept) }
  }),
})
const yesterday = {
  told: toldWell.map((one) => (one.kind === 'answers' ? { ...one, toldAt: now - day } : one)),
}
const decision = (
  of: DayDecision['gate'],
  more: Partial<DayDecision> = {},
): Pick<GateFacts, 'decisions'> => ({
  decisions: [
    {
      gate: of,
      proceed: true,
      decidedAt: now,
      expiresAt: now + hour,
      byName: 'P',
      prescribes: true,
      ...more,
    },
  ],
})

describe('what is asked anew on the day', () => {
  const groups = Object.keys(dayLines) as (keyof typeof dayLines)[]
  const each = groups.flatMap((of) => linesOf(of).map((line) => ({ of, line })))
  test.each(each)('$line was asked today: unasked, or of an earlier day, it holds', ({ of, line }) => {
    expect(find(of, unasked(line))).toMatchObject({
      state: 'waiting',
      because: { code: `${of}-not-asked`, items: [line] },
    })
    expect(find(of, yesterday)).toMatchObject({ state: 'waiting', because: { items: linesOf(of) } })
  })

  test('the answers that may be given are those of the table', () => {
    for (const question of ['warning-signs', 'infection-today', 'bladder', 'capacity'] as const) {
      const offered = table.questions.get(question)!.options!.map(({ value }) => value)
      expect(answersTo(question).filter((one) => one !== 'declined')).toEqual(offered)
      expect(table.questions.get(question)!.valid?.unit).toBe('same-day')
    }
    const taken = table.questions.get('substances-today')!.options!.map(({ value }) => value)
    expect(new Set(['none', ...linesOf('substances')])).toEqual(new Set(taken))
  })

  test('one press for all says nothing of a warning sign, nor what is a judgement', () =>
    expect(allLines.filter((line) => !isFilled(line))).toEqual([
      'warning-signs',
      'capacity',
      'intoxicated',
      'withdrawing',
    ]))

  test('the first answer to each is of whoever has nothing to tell', () => {
    for (const { line } of each) expect(dayRules.weights[line][answersTo(line)[0]!]).toBe('settled')
  })
})

describe('how the client is today', () => {
  test.each([
    ['EL-M09', { capacity: 'lacks' }],
    ['EL-M09', { capacity: 'coerced' }],
    ['EL-M09', { capacity: 'intoxicated' }],
    ['EL-B04', { 'infection-today': 'yes' }],
    ['MO-SX', { 'warning-signs': 'any' }],
  ])('%s %o: no dose today, and no decision opens it', (rule, answers) => {
    const [line] = Object.keys(answers) as DayLine[]
    expect(dayRules.rules[line!]).toBe(rule)
    expect(find('today', said(answers))).toMatchObject({
      state: 'stop',
      because: { code: 'today-against', items: [line] },
      clears: ['nobody'],
    })
    expect(gate('today', { ...said(answers), ...decision('today') })).toBe('stop: today-against')
  })
  test('EL-M09, EL-B04, MO-SX: well, it is met, and says who asked', () =>
    expect(find('today', {})).toMatchObject({ state: 'met', because: { code: 'today-well', name: 'M' } }))
  test.each(['warning-signs', 'infection-today'])(
    '%s not said is not "no", and nobody decides it',
    (line) => {
      expect(gate('today', said({ [line]: 'declined' }))).toBe('waiting: today-unsaid')
      expect(gate('today', { ...said({ [line]: 'declined' }), ...decision('today') })).toBe(
        'waiting: today-unsaid',
      )
    },
  )
  test.each(['known', 'new', 'declined'])('EL-U02 %s waits for a written decision made since', (answer) => {
    const told = said({ bladder: answer })
    expect(gate('today', told)).toBe('stop: today-weighs')
    expect(gate('today', { ...told, ...decision('today') })).toBe('met: today-decided')
    expect(gate('today', { ...told, ...decision('today', { decidedAt: now - minute - 1 }) })).toBe(
      'stop: today-weighs',
    )
    expect(gate('today', { ...told, ...decision('today', { proceed: false }) })).toBe('stop: today-weighs')
    expect(gate('today', { ...told, ...decision('substances') })).toBe('stop: today-weighs')
  })
  test('an answer that nothing offers is as good as none', () =>
    expect(gate('today', said({ capacity: 'maybe' }))).toBe('waiting: today-unsaid'))
  test('what was told wrong is told anew, and the newest holds', () =>
    expect(
      gate(
        'today',
        later(
          { kind: 'answers', answers: { capacity: 'lacks' } },
          { kind: 'answers', answers: { capacity: 'has' } },
        ),
      ),
    ).toBe('met: today-well'))
})

describe('EL-S05: what was taken', () => {
  test.each(['alcohol-today', 'intoxicated', 'withdrawing'])(
    '%s: no dose today, by nobody’s decision',
    (line) => {
      expect(find('substances', said({ [line]: 'yes' }))).toMatchObject({
        state: 'stop',
        because: { code: 'substances-not-today', items: [line] },
        clears: ['nobody'],
      })
      expect(gate('substances', { ...said({ [line]: 'yes' }), ...decision('substances') })).toBe(
        'stop: substances-not-today',
      )
    },
  )
  test.each([
    ['within-24-hours', 'yes'],
    ['psychedelic-within-7-days', 'yes'],
    ['alcohol-today', 'declined'],
    ['within-24-hours', 'declined'],
    ['cannabis-within-24-hours', 'declined'],
    ['psychedelic-within-7-days', 'declined'],
  ])('%s, %s: a prescriber decides in writing', (line, answer) => {
    expect(gate('substances', said({ [line]: answer }))).toBe('stop: substances-weighs')
    expect(gate('substances', { ...said({ [line]: answer }), ...decision('substances') })).toBe(
      'met: substances-decided',
    )
  })
  test('cannabis within 24 hours is kept in mind', () =>
    expect(gate('substances', said({ 'cannabis-within-24-hours': 'yes' }))).toBe('met: substances-noted'))
  test('a decision does not cover what is told after it', () => {
    const told = later(
      { kind: 'answers', answers: { 'within-24-hours': 'yes' }, toldAt: now - 3 * minute },
      { kind: 'answers', answers: { 'psychedelic-within-7-days': 'yes' }, toldAt: now - minute },
    )
    const decided = decision('substances', { decidedAt: now - 2 * minute })
    expect(gate('substances', { ...told, ...decided })).toBe('stop: substances-weighs')
  })
})

describe('3.5 #6: changes since the last visit', () => {
  const prescriber = { kind: 'reviewed', review: 'seen', roles: ['prescriber'] } as const
  test('"nothing changed" is said by someone', () =>
    expect(find('changes', {})).toMatchObject({ state: 'met', because: { code: 'changes-none', name: 'M' } }))
  test.each(linesOf('changes').flatMap((line) => [[line, 'yes'] as const, [line, 'declined'] as const]))(
    '%s, %s: a prescriber goes through it, after it was told',
    (line, answer) => {
      const told = { kind: 'answers', answers: { [line]: answer }, toldAt: now - 2 * minute } as const
      expect(find('changes', later(told))).toMatchObject({
        state: 'stop',
        because: { code: 'changes-some', items: [line] },
        clears: ['prescriber'],
      })
      expect(gate('changes', later(told, prescriber))).toBe('met: changes-reviewed')
      expect(gate('changes', later(told, { ...prescriber, toldAt: now - 2 * minute - 1 }))).toBe(
        'stop: changes-some',
      )
      expect(gate('changes', later(told, { ...prescriber, roles: ['therapist'] }))).toBe('stop: changes-some')
    },
  )
})

describe('IX-02, IX-03, IX-20: the last dose of a sedative', () => {
  const takes = { needs: { ...ready.needs, takenToday: ['lorazepam', 'zolpidem'] } }
  const last = (lorazepam: string, zolpidem = 'not-today') => ({
    ...takes,
    ...later({ kind: 'medicines', answers: { lorazepam, zolpidem } }),
  })
  /** Noon of the practice is two hours on; its midnight was ten hours ago. */
  const midnight: Instant = now - 10 * hour
  test('is asked where one is taken, and stands on no screen where none is', () => {
    expect(isNeeded(find('medicines', {}))).toBe(false)
    expect(find('medicines', takes)).toMatchObject({
      state: 'waiting',
      because: { code: 'medicines-not-asked', items: ['lorazepam', 'zolpidem'] },
    })
  })
  test('of each of them', () => {
    const one = { ...takes, ...later({ kind: 'medicines', answers: { lorazepam: 'not-today' } }) }
    expect(find('medicines', one).because.items).toEqual(['zolpidem'])
  })
  test('today or not, to the millisecond of the practice’s midnight', () => {
    expect(gate('medicines', last(isoOf(midnight - 1)))).toBe('met: medicines-none')
    expect(gate('medicines', last(isoOf(midnight)))).toBe('stop: medicines-taken')
    expect(gate('medicines', last('not-today'))).toBe('met: medicines-none')
  })
  test('what nobody knows may have been today; a prescriber decides in writing', () => {
    const unknown = last('unknown')
    expect(find('medicines', unknown)).toMatchObject({ state: 'stop', because: { items: ['lorazepam'] } })
    expect(gate('medicines', { ...unknown, ...decision('medicines') })).toBe('met: medicines-decided')
    const before = decision('medicines', { decidedAt: now - minute - 1 })
    expect(gate('medicines', { ...unknown, ...before })).toBe('stop: medicines-taken')
  })
  test('an answer of yesterday is none', () => {
    const told = last('not-today').told.map((one) =>
      one.kind === 'medicines' ? { ...one, toldAt: now - day } : one,
    )
    expect(gate('medicines', { ...takes, told })).toBe('waiting: medicines-not-asked')
  })
})

describe('EV-HCG: the pregnancy test', () => {
  const may = { needs: { ...ready.needs, mayBePregnant: true } }
  const test1 = (testResult: 'negative' | 'positive' | 'unclear', ago = minute) =>
    later({ kind: 'pregnancy-test', testResult, toldAt: now - ago })
  const tested = (...[result, ago]: Parameters<typeof test1>) =>
    gate('pregnancy', { ...may, ...test1(result, ago) })
  test('where a pregnancy was not said to be impossible', () => {
    expect(isNeeded(find('pregnancy', {}))).toBe(false)
    expect(gate('pregnancy', may)).toBe('waiting: pregnancy-none')
    expect(tested('negative')).toBe('met: pregnancy-negative')
    expect(tested('unclear')).toBe('waiting: pregnancy-unclear')
  })
  test('EL-PG1: positive stops, and nobody decides otherwise; a newer negative one does', () => {
    expect(find('pregnancy', { ...may, ...test1('positive') })).toMatchObject({
      state: 'stop',
      clears: ['nobody'],
    })
    expect(tested('positive', 40 * day)).toBe('stop: pregnancy-positive')
    expect(gate('pregnancy', test1('positive'))).toBe('stop: pregnancy-positive')
    const both = later(
      { kind: 'pregnancy-test', testResult: 'positive' },
      { kind: 'pregnancy-test', testResult: 'negative' },
    )
    expect(gate('pregnancy', { ...may, ...both })).toBe('met: pregnancy-negative')
  })
  test('is of the same day, by the practice’s wall', () => {
    expect(tested('negative', 10 * hour)).toBe('met: pregnancy-negative')
    expect(tested('negative', 10 * hour + 1)).toBe('waiting: pregnancy-old')
  })
  test('or of the last seven days, once a dose was given and contraception is documented', () => {
    const begun = { ...may, lastDoseAt: now - 8 * day }
    const reliable = { needs: { ...may.needs, contraception: true } }
    const week = (more: Partial<GateFacts>, ago: number) =>
      gate('pregnancy', { ...begun, ...more, ...test1('negative', ago) })
    expect(week(reliable, 7 * day)).toBe('met: pregnancy-negative')
    expect(week(reliable, 7 * day + 1)).toBe('waiting: pregnancy-old')
    expect(week({}, 2 * day)).toBe('waiting: pregnancy-old')
    expect(gate('pregnancy', { ...may, ...reliable, ...test1('negative', 2 * day) })).toBe(
      'waiting: pregnancy-old',
    )
  })
  test('a period that did not come makes an older test worth nothing', () => {
    const missed = (missedAt: number) => ({ needs: { ...may.needs, missedAt }, ...test1('negative') })
    expect(gate('pregnancy', missed(now - 2 * minute))).toBe('met: pregnancy-negative')
    expect(gate('pregnancy', missed(now - minute))).toBe('waiting: pregnancy-old')
  })
})

describe('EV-PDMP: the state’s report', () => {
  const none = toldWell.filter(({ kind }) => kind !== 'report')
  const report = (reportResult: 'as-expected' | 'concern', ago = minute): Pick<GateFacts, 'told'> => ({
    told: [...none, { kind: 'report', reportResult, toldAt: now - ago, ...by }],
  })
  test('is looked at on the day of a first dose', () => {
    expect(gate('report', { told: none })).toBe('waiting: report-none')
    expect(gate('report', report('as-expected', 10 * hour))).toBe('met: report-seen')
    expect(gate('report', report('as-expected', 10 * hour + 1))).toBe('waiting: report-old')
  })
  test('and after that within ninety days, to the millisecond', () => {
    const begun = { lastDoseAt: now - 100 * day }
    expect(gate('report', { ...begun, ...report('as-expected', 90 * day) })).toBe('met: report-seen')
    expect(gate('report', { ...begun, ...report('as-expected', 90 * day + 1) })).toBe('waiting: report-old')
  })
  test('what has to be weighed, and going without, take a prescriber’s written decision', () => {
    expect(gate('report', report('concern'))).toBe('stop: report-concern')
    expect(gate('report', { ...report('concern'), ...decision('report') })).toBe('met: report-decided')
    expect(gate('report', { told: none, ...decision('report') })).toBe('met: report-decided')
    const before = decision('report', { decidedAt: now - minute - 1 })
    expect(gate('report', { ...report('concern'), ...before })).toBe('stop: report-concern')
  })
})
