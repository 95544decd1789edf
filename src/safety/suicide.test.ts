import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, addPractice } from '../app/testing/arrange.ts'
import { day, hour, instant, isoOf, minute } from '../kernel/instant.ts'
import { cloneDatabase } from '../platform/testing/clone.ts'
import { suicideGate, type SuicideAnswer, type SuicideFacts } from './suicide.ts'

const zone = 'America/Los_Angeles'
const now = instant('2026-03-03T18:00:00Z')
const check = (id: string, answer: SuicideAnswer, ago: number) => ({ id, answer, askedAt: now - ago })
const facts = (more: Partial<SuicideFacts>): SuicideFacts => ({
  checks: [],
  overrides: [],
  plansMadeAt: [],
  ...more,
})
const decided = (checkId: string) => ({ checkId, decidedAt: now - minute, expiresAt: now + hour })

describe('the question about suicide, before a dose', () => {
  test('not asked is not "no"', () => expect(suicideGate(facts({}), now, zone).verdict).toBe('not-asked'))

  test('asked yesterday is not asked today', () =>
    expect(suicideGate(facts({ checks: [check('a', 'no-thoughts', day)] }), now, zone).verdict).toBe(
      'not-asked',
    ))

  test('the day is the practice’s own: late last night there is not today, though it is in London', () => {
    const lateThere = now - 10.5 * hour
    const gate = (timeZone: string) =>
      suicideGate(facts({ checks: [{ id: 'a', answer: 'no-thoughts', askedAt: lateThere }] }), now, timeZone)
        .verdict
    expect([gate(zone), gate('Europe/London')]).toEqual(['not-asked', 'met'])
  })

  test('no thoughts today passes', () =>
    expect(suicideGate(facts({ checks: [check('a', 'no-thoughts', hour)] }), now, zone)).toMatchObject({
      verdict: 'met',
      because: 'no-thoughts',
    }))

  test('intent or a plan stops the day, whatever is written and whatever is said later that day', () => {
    const checks = [check('a', 'intent-or-plan', 2 * hour), check('b', 'no-thoughts', hour)]
    const all = facts({ checks, overrides: [decided('a'), decided('b')], plansMadeAt: [now - minute] })
    expect(suicideGate(all, now, zone)).toMatchObject({ verdict: 'stop', check: { id: 'a' } })
  })

  test('thoughts without intent need a written decision about that very check, and a safety plan', () => {
    const checks = [check('a', 'thoughts-no-intent', hour)]
    const missing = (more: Partial<SuicideFacts>) => {
      const gate = suicideGate(facts({ checks, ...more }), now, zone)
      return gate.verdict === 'needs-decision' ? gate.missing : gate.verdict
    }
    expect(missing({})).toEqual(['override', 'plan'])
    expect(missing({ overrides: [decided('a')] })).toEqual(['plan'])
    expect(missing({ plansMadeAt: [now - 89 * day] })).toEqual(['override'])
    expect(missing({ overrides: [decided('other')], plansMadeAt: [now - day] })).toEqual(['override'])
    expect(missing({ overrides: [decided('a')], plansMadeAt: [now - 91 * day] })).toEqual(['plan'])
    expect(missing({ overrides: [decided('a')], plansMadeAt: [now - day] })).toBe('met')
  })

  test('a decision that ran out no longer holds', () => {
    const overrides = [{ checkId: 'a', decidedAt: now - hour, expiresAt: now }]
    const checks = [check('a', 'thoughts-no-intent', hour)]
    expect(suicideGate(facts({ checks, overrides, plansMadeAt: [now - day] }), now, zone)).toMatchObject({
      missing: ['override'],
    })
  })

  test('after an alarm a clear answer alone does not reopen the way for a month, and the plan must be newer', () => {
    const after = (ago: number, plan: number) =>
      suicideGate(
        facts({
          checks: [check('high', 'intent-or-plan', ago), check('now', 'no-thoughts', hour)],
          overrides: [decided('now')],
          plansMadeAt: [now - plan],
        }),
        now,
        zone,
      )
    expect(after(10 * day, 11 * day)).toMatchObject({ because: 'recent-alarm', missing: ['plan'] })
    expect(after(10 * day, 9 * day)).toMatchObject({ verdict: 'met', because: 'decided' })
    expect(after(31 * day, 11 * day)).toMatchObject({ verdict: 'met', because: 'no-thoughts' })
  })

  test('what is asked later than now does not count yet', () =>
    expect(suicideGate(facts({ checks: [check('a', 'no-thoughts', -hour)] }), now, zone).verdict).toBe(
      'not-asked',
    ))
})

describe('the same in SQL', async () => {
  const { owner, close } = await cloneDatabase()
  afterAll(close)
  const practiceId = await addPractice(owner, 'Ours')
  const prescriber = await addMember(owner, practiceId, ['prescriber'])
  await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])

  let seed = 7
  const chance = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const answers = ['no-thoughts', 'no-thoughts', 'thoughts-no-intent', 'intent-or-plan'] as const
  const some = (): SuicideFacts => {
    const checks = Array.from({ length: chance(4) }, () => {
      const ago = [chance(20) * hour, chance(40) * day, 30 * day][chance(3)]!
      return { id: randomUUID(), answer: answers[chance(4)]!, askedAt: now - ago - chance(50) * minute }
    })
    const about = checks.filter(() => chance(2) === 0)
    const overrides = about.map(({ id }) => {
      const decidedAt = now - chance(10) * hour
      return { checkId: id, decidedAt, expiresAt: decidedAt + (1 + chance(10)) * hour }
    })
    return { checks, overrides, plansMadeAt: Array.from({ length: chance(3) }, () => now - chance(95) * day) }
  }

  async function store(personId: string, { checks, overrides, plansMadeAt }: SuicideFacts) {
    const here = [practiceId, personId, prescriber.seatId]
    for (const { id, answer, askedAt } of checks)
      await owner.query(
        `insert into suicide_check (practice_id, person_id, asked_by, id, answer, asked_at) values ($1, $2, $3, $4, $5, $6)`,
        [...here, id, answer, isoOf(askedAt)],
      )
    for (const { checkId, decidedAt, expiresAt } of overrides)
      await owner.query(
        `insert into suicide_override (practice_id, person_id, decided_by, id, check_id, reason, risk_benefit, mitigation,
           expires_at, document_hash, confirmation_id, decided_at)
         values ($1, $2, $3, $4, $5, 'r', 'b', 'm', $6, 'h', $4, $7)`,
        [...here, randomUUID(), checkId, isoOf(expiresAt), isoOf(decidedAt)],
      )
    for (const madeAt of plansMadeAt)
      await owner.query(
        `insert into safety_plan (practice_id, person_id, made_with, id, warning_signs, on_my_own, people_to_ask,
           professionals, surroundings, made_at) values ($1, $2, $3, $4, 'a', 'b', 'c', 'd', 'e', $5)`,
        [...here, randomUUID(), isoOf(madeAt)],
      )
  }

  test('the trigger’s question has the rule’s answer, over 150 histories', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 150; round += 1) {
      const { seatId: personId } = await addPerson(owner, practiceId)
      const history = some()
      await store(personId, history)
      const { rows } = await owner.query('select suicide_gate($1, $2) as verdict', [personId, isoOf(now)])
      const { verdict } = suicideGate(history, now, zone)
      seen.add(verdict)
      expect([rows[0].verdict, history]).toEqual([verdict, history])
    }
    expect([...seen].toSorted()).toEqual(['met', 'needs-decision', 'not-asked', 'stop'])
  })
})
