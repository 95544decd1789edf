import { describe, expect, test } from 'vitest'
import { day, instant, isoOf } from '../kernel/instant.ts'
import { answeredIn, faultOf, untouched } from './answering.ts'
import { groupOf, openAsks } from './arranging.ts'
import {
  clearanceState,
  decideClearance,
  isHeld,
  turnedAgainst,
  type Clearance,
  type Wish,
} from './clearance.ts'
import { emptyDraft, faultsIn, wishOf } from './draft.ts'
import type { Weighed } from './eligibility.ts'
import { endOfDay } from './until.ts'

const careNow = instant('2026-11-23T18:00:00Z')
const clearance = (more: Partial<Clearance> = {}): Clearance => ({
  id: 'c',
  broken: false,
  decision: 'clear',
  reason: 'r',
  conditions: null,
  validUntil: careNow + day,
  decidedAt: careNow - day,
  decidedBy: 'Dr Example',
  findings: [],
  recalledFor: [],
  ...more,
})
const fact = (id: string) =>
  ({
    kind: 'problem',
    id,
    text: 'x',
    measure: null,
    when: null,
    standing: 'confirmed',
    saidBy: '',
    question: null,
  }) as const
const found = (more: Partial<Weighed> = {}): Weighed => ({
  rule: 'EL-X',
  severity: 'block',
  state: 'settled',
  because: [],
  questions: [],
  measures: [],
  evidence: [],
  confirm: [],
  override: null,
  ...more,
})

describe('how a clearance stands', () => {
  test.each([
    { named: 'nothing signed', given: [], stands: 'none' },
    { named: 'cleared', given: [clearance()], stands: 'clear' },
    { named: 'at its last moment', given: [clearance({ validUntil: careNow })], stands: 'expired' },
    { named: 'recalled', given: [clearance({ recalledFor: ['EL-C03'] })], stands: 'recalled' },
    {
      named: 'cleared, then no',
      given: [clearance(), clearance({ decision: 'no', validUntil: null })],
      stands: 'no',
    },
    {
      named: 'no, then cleared',
      given: [clearance({ decision: 'no', validUntil: null }), clearance()],
      stands: 'clear',
    },
    {
      named: 'recalled, then cleared anew',
      given: [clearance({ recalledFor: ['EL-X'] }), clearance()],
      stands: 'clear',
    },
  ])('$named: $stands', ({ given, stands }) => expect(clearanceState(given, careNow)).toBe(stands))
})

describe('what turns against a clearance', () => {
  const signed = clearance({
    findings: [{ rule: 'EL-X', severity: 'block', state: 'settled', because: ['a'] }],
  })
  test.each([
    {
      named: 'a new fact that blocks',
      now: found({ state: 'present', because: [fact('b')] }),
      recalled: ['EL-X'],
    },
    {
      named: 'a new fact that leaves it open',
      now: found({ state: 'unknown', because: [fact('b')] }),
      recalled: ['EL-X'],
    },
    { named: 'a new fact that settles', now: found({ because: [fact('b')] }), recalled: [] },
    { named: 'the facts it had seen', now: found({ state: 'unknown', because: [fact('a')] }), recalled: [] },
    { named: 'an answer grown old', now: found({ state: 'expired', because: [fact('b')] }), recalled: [] },
    {
      named: 'a new caution',
      now: found({ severity: 'caution', state: 'present', because: [fact('b')] }),
      recalled: [],
    },
  ])('$named', ({ now, recalled }) => expect(turnedAgainst(signed, [now])).toEqual(recalled))
})

describe('deciding', () => {
  const wish: Wish = {
    decision: 'clear',
    reason: 'r',
    conditions: null,
    validUntil: careNow + day,
    acknowledged: [],
  }
  const refusalOf = (these: Weighed[], more: Partial<Wish> = {}) => {
    const decided = decideClearance(these, { ...wish, ...more }, careNow)
    return decided.ok ? 'signed' : decided.refusal.kind
  }
  test.each([
    { these: [found()], kind: 'signed' },
    { these: [found({ state: 'present' })], kind: 'finding-blocks' },
    { these: [found({ state: 'unknown' })], kind: 'finding-open' },
    { these: [found({ state: 'expired', severity: 'override' })], kind: 'finding-open' },
    { these: [found({ state: 'present', severity: 'override' })], kind: 'finding-needs-override' },
    { these: [found({ state: 'present', severity: 'caution' })], kind: 'finding-not-acknowledged' },
    { these: [found({ state: 'present', severity: 'info' })], kind: 'signed' },
  ])('$these.0.severity that is $these.0.state: $kind', ({ these, kind }) =>
    expect(refusalOf(these)).toBe(kind),
  )

  test('"not now" and "no" may be said whatever stands', () => {
    const blocked = [found({ state: 'present' })]
    expect(refusalOf(blocked, { decision: 'not-now' })).toBe('signed')
    expect(refusalOf(blocked, { decision: 'no' })).toBe('signed')
  })
})

test('a client is held by what stands in the records and by a "no", not by what nobody asked yet', () => {
  const open = found({ state: 'unknown', because: [fact('a')] })
  expect([
    isHeld('none', [open]),
    isHeld('none', [found({ state: 'unknown' })]),
    isHeld('none', [found({ rule: 'EV-MED', state: 'unknown', because: [fact('a')] })]),
    isHeld('no', []),
    isHeld('recalled', [open]),
    isHeld('clear', [open]),
  ]).toEqual([true, false, false, true, true, false])
})

test('what stops stands first, what was never asked after all records', () => {
  expect([
    groupOf(found({ state: 'present' })),
    groupOf(found({ state: 'unknown', because: [fact('a')] })),
    groupOf(found({ state: 'unknown' })),
    groupOf(found({ state: 'present', severity: 'override' })),
    groupOf(found({ state: 'unknown', severity: 'caution' })),
    groupOf(found()),
  ]).toEqual(['stops', 'unknown', 'ask', 'writing', 'read', 'settled'])
  const asked = [
    found({ state: 'unknown', questions: ['q', 'r'] }),
    found({ state: 'unknown', because: [fact('a')], questions: ['r'] }),
  ]
  expect(openAsks(asked)).toMatchObject({ questions: ['q', 'r'], raised: ['r'] })
  const settled = found({ state: 'settled', questions: ['s'], measures: ['weight'] })
  const present = found({ state: 'present', questions: ['t'] })
  const old = found({ state: 'expired', evidence: ['EV-LFT'], measures: ['weight'], confirm: ['m'] })
  expect(openAsks([settled, present, old, old])).toEqual({
    questions: [],
    raised: [],
    measures: ['weight'],
    evidence: ['EV-LFT'],
    confirm: ['m'],
  })
})

test('a day ends where the practice is, on both sides of the change of clocks', () => {
  const end = (date: string, zone: string) => {
    const at = endOfDay(date, zone)
    return at === null ? null : isoOf(at)
  }
  expect(end('2026-11-25', 'America/Los_Angeles')).toBe('2026-11-26T07:59:00.000Z')
  expect(end('2026-07-01', 'America/Los_Angeles')).toBe('2026-07-02T06:59:00.000Z')
  expect(end('2026-11-01', 'America/Los_Angeles')).toBe('2026-11-02T07:59:00.000Z')
  expect(end('2026-03-08', 'America/Los_Angeles')).toBe('2026-03-09T06:59:00.000Z')
  expect(end('2026-11-25', 'Asia/Tokyo')).toBe('2026-11-25T14:59:00.000Z')
  expect(end('', 'America/Los_Angeles')).toBe(null)
})

test('a draft names all that is missing, and sends only what belongs to its decision', () => {
  expect(faultsIn(emptyDraft, wishOf(emptyDraft, null), nobodyCalls)).toEqual(['decision', 'reason'])
  const conditional = { ...emptyDraft, decision: 'clear-with-conditions' as const, reason: ' r ' }
  expect(faultsIn(conditional, wishOf(conditional, null), nobodyCalls)).toEqual(['conditions', 'until'])
  const no = { ...conditional, decision: 'no' as const, conditions: 'x', acknowledged: ['IX-02'] }
  expect(wishOf(no, careNow)).toEqual({
    decision: 'no',
    reason: 'r',
    conditions: null,
    validUntil: null,
    acknowledged: [],
  })
})

test('only questions that were answered and are still open are sent', () => {
  const yes = { ...untouched, answer: 'yes' }
  expect(answeredIn({ open: yes, closed: yes, blank: untouched }, ['open', 'blank'])).toEqual([['open', yes]])
  expect([
    faultOf(yes),
    faultOf({ ...untouched, answer: 'on' }),
    faultOf({ ...untouched, answer: 'on', on: '2019-02-30' }),
    faultOf({ ...untouched, answer: 'cannot-be-known', note: ' ' }),
  ]).toEqual([null, 'dateMissing', 'dateWrong', 'noteMissing'])
})

const nobodyCalls: Parameters<typeof faultsIn>[2] = { promised: null, callBy: null, careNow }
test.each(['not-now', 'no'] as const)(
  '“%s” asks who calls, and by when, unless that is promised already',
  (decision) => {
    const draft = { ...emptyDraft, decision, reason: 'r' }
    const faults = (call: typeof draft.call, more: Partial<typeof nobodyCalls>) =>
      faultsIn({ ...draft, call }, wishOf(draft, null), { ...nobodyCalls, ...more })
    const someone = { memberId: 'm', by: '2026-12-01' }
    expect(faults(emptyDraft.call, {})).toEqual(['caller', 'callBy'])
    expect(faults(someone, { callBy: careNow })).toEqual(['callBy'])
    expect(faults(someone, { callBy: careNow + 1 })).toEqual([])
    const standing = (dueBy: number) =>
      faultsIn(draft, wishOf(draft, null), { ...nobodyCalls, promised: { dueBy } })
    expect(standing(careNow + 1)).toEqual([])
    expect(standing(careNow)).toEqual(['caller', 'callBy'])
  },
)
