import { describe, expect, test } from 'vitest'
import { day, hour } from '../kernel/instant.ts'
import type { Chain, Exercise } from '../integration/integration.ts'
import { thingsOf, type HomeFacts } from './home.ts'

const now = 100 * day
const settled: HomeFacts = {
  careNow: now,
  arc: { kind: 'after', days: 9, lived: 1 },
  questionsDue: false,
  historyDue: false,
  signingDue: false,
  helpSince: null,
  hasIntention: true,
  hasBelief: true,
  beliefRatedAt: now - day,
  lastDoseAt: now - 9 * day,
  chains: [],
  exercises: [],
}
const kinds = (facts: Partial<HomeFacts>) => thingsOf({ ...settled, ...facts }).map(({ kind }) => kind)

const exercise: Exercise = { id: 'e', words: 'Five sounds', at: now - 8 * day, logs: [], over: false }
const chain: Chain = {
  id: 'i',
  words: 'The alarm is old',
  at: now - 8 * day,
  sessionId: null,
  meaning: null,
  exercises: [],
  changes: [],
  audience: 'no-one',
}
const meaning = { id: 'm', words: 'It rang when I was seven', at: now - 7 * day }

describe('one thing now', () => {
  test('while the medicine is at work nothing is asked; on the evening of it, rest', () => {
    expect(kinds({ arc: { kind: 'under-way', sessionId: 's' }, questionsDue: true })).toEqual([])
    expect(kinds({ arc: { kind: 'rest' }, questionsDue: true, hasIntention: false })).toEqual(['rest'])
  })

  test('before the first journey, in this order', () =>
    expect(
      kinds({
        arc: { kind: 'before', days: 5, lived: 0 },
        lastDoseAt: null,
        beliefRatedAt: null,
        questionsDue: true,
        signingDue: true,
        hasIntention: false,
        hasBelief: false,
      }),
    ).toEqual(['questions', 'signing', 'intention', 'belief']))

  test('until it is told, the health history comes before anything is signed; also for whoever has no course yet', () => {
    const told = { historyDue: true, lastDoseAt: null, beliefRatedAt: null }
    expect(kinds({ ...told, arc: { kind: 'preparing' }, signingDue: true })).toEqual(['history', 'signing'])
    expect(kinds({ ...told, arc: { kind: 'welcome' } })).toEqual(['history'])
    expect(kinds({ ...told, arc: { kind: 'welcome' }, helpSince: now - 23 * hour })).toEqual([])
    expect(kinds({ ...told, lastDoseAt: now - 9 * day })).not.toContain('history')
  })

  test('for a day after someone said something about dying no more is asked of them; then forms are, whoever has closed what or not', () => {
    const asked = { questionsDue: true, helpSince: now - 23 * hour }
    expect(kinds(asked)).toEqual([])
    expect(kinds({ ...asked, arc: { kind: 'welcome' } })).toEqual([])
    expect(kinds({ ...asked, arc: { kind: 'preparing' }, hasIntention: false })).toEqual(['intention'])
    expect(kinds({ ...asked, helpSince: now - day })).toEqual(['questions'])
  })

  test('in the days after, words come before forms, until there are some', () => {
    const fresh = { arc: { kind: 'after', days: 2, lived: 1 }, lastDoseAt: now - 2 * day } as const
    expect(kinds({ ...fresh, questionsDue: true })).toEqual(['capture', 'questions'])
    expect(kinds({ ...fresh, chains: [{ ...chain, at: now - hour, meaning }] })).toEqual(['exercise'])
  })

  test('a week after a dose beliefs are rated again, once', () => {
    expect(kinds({ beliefRatedAt: now - 3 * day })).toEqual(['rate'])
    expect(kinds({ beliefRatedAt: now - 2 * day })).toEqual([])
    expect(kinds({ beliefRatedAt: null, lastDoseAt: now - 6 * day })).toEqual([])
  })

  test('an insight goes on one step at a time', () => {
    expect(kinds({ chains: [chain] })).toEqual(['meaning'])
    expect(kinds({ chains: [{ ...chain, meaning }] })).toEqual(['exercise'])
    expect(kinds({ chains: [{ ...chain, meaning, exercises: [exercise] }] })).toEqual(['change', 'log'])
    const young = { ...exercise, at: now - hour }
    expect(kinds({ chains: [{ ...chain, meaning, exercises: [young] }] })).toEqual([])
  })

  test('an exercise that was set aside is not asked about', () =>
    expect(kinds({ exercises: [{ ...exercise, over: true }] })).toEqual([]))

  test('after the end no forms are asked, and what grew goes on', () =>
    expect(kinds({ arc: { kind: 'ended', lived: 2 }, questionsDue: true, chains: [chain] })).toEqual([
      'meaning',
    ]))
})
