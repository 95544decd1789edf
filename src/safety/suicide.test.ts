import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, addPractice } from '../app/testing/arrange.ts'
import { day, hour, instant, isoOf, minute } from '../kernel/instant.ts'
import { cloneDatabase } from '../platform/testing/clone.ts'
import { suicideGate, type RiskLevel, type SuicideAnswer, type SuicideFacts } from './suicide.ts'

const zone = 'America/Los_Angeles'
const now = instant('2026-03-03T18:00:00Z')
const check = (id: string, answer: SuicideAnswer, ago: number) => ({ id, answer, askedAt: now - ago })
const facts = (more: Partial<SuicideFacts>): SuicideFacts => ({
  checks: [],
  overrides: [],
  plansMadeAt: [],
  screens: [],
  formulations: [],
  ...more,
})
const judged = (level: RiskLevel, ago: number) => ({ level, madeAt: now - ago })
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
    expect(suicideGate(all, now, zone)).toMatchObject({
      verdict: 'stop',
      because: 'said',
      at: now - 2 * hour,
    })
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

  test('after an alarm a clinician judges it anew, however long ago it was; then a decision for a month, and a newer plan', () => {
    const after = (ago: number, plan: number, more: Partial<SuicideFacts> = {}) =>
      suicideGate(
        facts({
          checks: [check('high', 'intent-or-plan', ago), check('now', 'no-thoughts', hour)],
          overrides: [decided('now')],
          plansMadeAt: [now - plan],
          formulations: [judged('low', day)],
          ...more,
        }),
        now,
        zone,
      )
    expect(after(10 * day, 11 * day)).toMatchObject({ because: 'recent-alarm', missing: ['plan'] })
    expect(after(10 * day, 9 * day)).toMatchObject({ verdict: 'met', because: 'decided' })
    expect(after(31 * day, 11 * day, { overrides: [] })).toMatchObject({
      verdict: 'met',
      because: 'no-thoughts',
    })
    expect(after(31 * day, 32 * day)).toMatchObject({ because: 'earlier-alarm', missing: ['plan'] })
    for (const formulations of [[], [judged('low', 401 * day)]])
      expect(after(400 * day, 11 * day, { formulations })).toEqual({
        verdict: 'needs-formulation',
        because: 'alarm',
        at: now - 400 * day,
      })
  })

  describe('what the screen called for', () => {
    const asked = { checks: [check('now', 'no-thoughts', hour)] }
    const raised = (ago: number, isNow = false) => ({ at: now - ago, now: isNow })
    const gate = (more: Partial<SuicideFacts>) => suicideGate(facts({ ...asked, ...more }), now, zone)

    test('waits for a clinician’s judgement made since, and not for time alone', () => {
      const screens = [raised(200 * day)]
      expect(gate({ screens })).toMatchObject({ verdict: 'needs-formulation', because: 'screen' })
      expect(gate({ screens, formulations: [judged('low', 200 * day + 1)] })).toMatchObject({
        verdict: 'needs-formulation',
      })
      expect(gate({ screens, formulations: [judged('low', 199 * day)] })).toMatchObject({ verdict: 'met' })
    })

    test('right now holds at once, whatever was asked or decided today, until it was judged', () => {
      const screens = [raised(3 * day), raised(2 * hour, true)]
      const all = { screens, overrides: [decided('now')], plansMadeAt: [now - hour] }
      expect(gate(all)).toMatchObject({ verdict: 'stop', because: 'right-now', at: now - 2 * hour })
      expect(gate({ ...all, checks: [] })).toMatchObject({ verdict: 'stop', because: 'right-now' })
      expect(gate({ ...all, formulations: [judged('low', hour)] })).toMatchObject({ verdict: 'met' })
    })

    test('judged high there is no dose until a later judgement is not; moderate takes decision and plan; low only the day’s question', () => {
      const formulations = [judged('low', 3 * day), judged('high', 2 * day)]
      const written = { overrides: [decided('now')], plansMadeAt: [now - hour] }
      expect(gate({ formulations, ...written })).toMatchObject({ verdict: 'stop', because: 'high' })
      const moderate = [...formulations, judged('moderate', day)]
      expect(gate({ formulations: moderate })).toMatchObject({
        verdict: 'needs-decision',
        because: 'moderate',
        missing: ['override', 'plan'],
      })
      expect(gate({ formulations: moderate, ...written })).toMatchObject({
        verdict: 'met',
        because: 'decided',
      })
      expect(gate({ formulations: [...moderate, judged('low', hour)] })).toMatchObject({
        verdict: 'met',
        because: 'no-thoughts',
      })
      expect(gate({ formulations: [judged('low', day), judged('high', -hour)] })).toMatchObject({
        verdict: 'met',
      })
    })
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
    const few = <One>(most: number, one: () => One) => Array.from({ length: chance(most) }, one)
    const levels = ['low', 'low', 'moderate', 'high'] as const
    return {
      checks,
      overrides,
      plansMadeAt: few(3, () => now - chance(95) * day),
      screens: few(3, () => ({ at: now - chance(50) * day + hour, now: chance(3) === 0 })),
      formulations: few(3, () => judged(levels[chance(4)]!, chance(40) * day - chance(9) * minute)),
    }
  }

  const keep = (
    here: string[],
    [id, answer, said, came, doubt]: [string, string, number, number, string | null],
  ) =>
    owner.query(
      `insert into suicide_check (practice_id, person_id, asked_by, id, answer, asked_at, arrived_at, doubt)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...here, id, answer, isoOf(said), isoOf(came), doubt],
    )

  async function store(personId: string, { checks, overrides, plansMadeAt, ...more }: SuicideFacts) {
    const here = [practiceId, personId, prescriber.seatId]
    for (const { id, answer, askedAt } of checks) {
      // A clear answer counts from when it was given, any other until it came; one whose clock is in doubt opens nothing.
      const waited = chance(30) * hour
      const clear = answer === 'no-thoughts'
      await keep(here, [id, answer, askedAt - (clear ? 0 : waited), askedAt + (clear ? waited : 0), null])
      if (chance(3) === 0) await keep(here, [randomUUID(), 'no-thoughts', now - minute, now, 'ahead'])
    }
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
    for (const { level, madeAt } of more.formulations)
      await owner.query(
        `insert into risk_formulation (practice_id, person_id, made_by, id, level, speaks_for, protects, could_change, next_steps,
           document_hash, confirmation_id, made_at) values ($1, $2, $3, $4, $5, 'a', 'b', 'c', 'd', 'h', $4, $6)`,
        [...here, randomUUID(), level, isoOf(madeAt)],
      )
    for (const screen of more.screens) await raise(here, screen)
  }

  /** As the form raises it: a task about the screen; what is only listed, and what another form raised, calls for nothing. */
  async function raise(here: readonly string[], { at, now: isNow }: SuicideFacts['screens'][number]) {
    const task = ([kind, urgency]: readonly [string, string], about: string, moment: number) =>
      owner.query(
        `insert into task (practice_id, person_id, owner_seat_id, id, kind, about_id, urgency, raised_at, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
        [...here, randomUUID(), kind, about, urgency, isoOf(moment)],
      )
    const draft = async (instrument: string) => {
      const id = randomUUID()
      await owner.query(
        `insert into instrument_draft (practice_id, person_id, id, instrument_id, instrument_version, language, answers, withheld,
           begun_at, saved_at) values ($1, $2, $3, $4, '1', 'en', '{}', '{}', now(), now())`,
        [...here.slice(0, 2), id, instrument],
      )
      return id
    }
    const about = await draft('asq')
    if (isNow) await task(['danger-now', 'at-once'], about, at)
    await task(['danger-answer', 'same-day'], about, at)
    await task(['danger-answer', 'listed'], await draft('asq'), now)
    await task(['danger-answer', 'same-day'], await draft('phq-9'), now)
  }

  test('the trigger’s question has the rule’s answer, over 300 histories', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 300; round += 1) {
      const { seatId: personId } = await addPerson(owner, practiceId)
      const history = some()
      await store(personId, history)
      const { rows } = await owner.query('select suicide_gate($1, $2) as verdict', [personId, isoOf(now)])
      const { verdict } = suicideGate(history, now, zone)
      seen.add(verdict)
      expect([rows[0].verdict, history]).toEqual([verdict, history])
    }
    expect([...seen].toSorted()).toEqual(['met', 'needs-decision', 'needs-formulation', 'not-asked', 'stop'])
  })
})
