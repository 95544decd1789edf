import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wellAt, wellFile } from '../app/testing/well.ts'
import { hour, instant, isoOf } from '../kernel/instant.ts'
import { evaluate } from './evaluate.ts'
import { factsOfFile } from './filed.ts'
import {
  aloneRestsHours,
  decideWanted,
  holdsFrom,
  isRatified,
  mayRaise,
  ownRulesAt,
  raisedIn,
  severityHere,
  waitsFor,
  type Proposal,
  type Wanted,
} from './own.ts'
import { rules, table } from './rule.content.ts'
import type { Rule } from './rule.ts'
import type { Table } from './table.ts'

const now = instant('2026-11-23T18:00:00Z')
const raising: Wanted = { rule: 'EV-UA', version: 1, severity: 'block' }
const asItCame: Wanted = { rule: 'EV-UA', version: 1, severity: 'override' }

const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  id: 'p1',
  rules: [raising],
  by: 'Dr One',
  signedAt: now,
  alone: false,
  second: null,
  withdrawnAt: null,
  ...more,
})
const seconded = (at = now + hour) => ({ second: { by: 'Dr Two', at } })
const severityAt = (proposals: readonly Proposal[], at: number) =>
  ownRulesAt(proposals, at).get('EV-UA')?.severity

describe('when a decision about a rule holds', () => {
  test('with two signatures, from the second on, and it says by whom and since when', () => {
    const two = [proposal(seconded())]
    expect(severityAt(two, now + hour - 1)).toBeUndefined()
    expect(ownRulesAt(two, now + hour).get('EV-UA')).toEqual({
      proposal: 'p1',
      version: 1,
      severity: 'block',
      since: now + hour,
      by: ['Dr One', 'Dr Two'],
    })
  })

  test('with one signature never, where somebody else could have signed it', () =>
    expect(severityAt([proposal()], now + 1_000_000 * hour)).toBeUndefined())

  test('with one signature after 24 hours, where nobody else could have signed it', () => {
    const alone = [proposal({ alone: true })]
    expect(aloneRestsHours).toBe(24)
    expect(severityAt(alone, now + 24 * hour - 1)).toBeUndefined()
    expect(severityAt(alone, now + 24 * hour)).toBe('block')
    expect(ownRulesAt(alone, now + 24 * hour).get('EV-UA')?.by).toEqual(['Dr One'])
  })

  test('somebody who came meanwhile makes it hold at once', () => {
    const alone = [proposal({ alone: true, ...seconded() })]
    expect(ownRulesAt(alone, now + hour).get('EV-UA')).toMatchObject({
      since: now + hour,
      by: ['Dr One', 'Dr Two'],
    })
  })

  test('taken back before it holds it never does; after that, taking back does nothing', () => {
    const alone = proposal({ alone: true })
    const late = now + 1_000 * hour
    expect(severityAt([{ ...alone, withdrawnAt: now + 24 * hour - 1 }], late)).toBeUndefined()
    expect(severityAt([{ ...alone, withdrawnAt: now + 24 * hour }], late)).toBe('block')
    expect(holdsFrom(proposal({ ...seconded(now + 2 * hour), withdrawnAt: now + hour }))).toBe(Infinity)
  })

  test('a later one stands in for it; one that came before the first held, at once and for good', () => {
    const first = proposal(seconded())
    const back = proposal({
      id: 'p2',
      rules: [asItCame],
      signedAt: now + 3 * hour,
      ...seconded(now + 4 * hour),
    })
    expect(severityAt([first, back], now + 4 * hour - 1)).toBe('block')
    expect(severityAt([first, back], now + 4 * hour)).toBe('override')
    const waiting = proposal({ alone: true })
    const overtaking = { ...back, second: null, withdrawnAt: now + 5 * hour }
    expect(severityAt([waiting, overtaking], now + 100 * hour)).toBeUndefined()
    expect(waitsFor([waiting, overtaking], 'p1', now + 4 * hour)).toEqual([])
  })

  test('a later one for another rule leaves it alone', () => {
    const other = proposal({ id: 'p2', rules: [{ ...raising, rule: 'EV-COG' }], signedAt: now + 1 })
    expect(severityAt([proposal({ alone: true }), other], now + 24 * hour)).toBe('block')
    const both = proposal({ rules: [raising, { ...raising, rule: 'EV-COG' }] })
    expect(waitsFor([both, other], 'p1', now + 2).map(({ rule }) => rule)).toEqual(['EV-UA'])
  })

  test('what comes after the moment changes nothing at it, whatever comes', () =>
    fc.assert(
      fc.property(
        fc.array(anyProposal, { maxLength: 6 }),
        fc.integer({ min: 0, max: 60 }),
        (drawn, hours) => {
          const all = drawn.toSorted((a, b) => a.signedAt - b.signedAt)
          const at = now + hours * hour
          const until = all
            .filter(({ signedAt }) => signedAt <= at)
            .map((one) => ({
              ...one,
              second: one.second && one.second.at <= at ? one.second : null,
              withdrawnAt: one.withdrawnAt !== null && one.withdrawnAt <= at ? one.withdrawnAt : null,
            }))
          expect([...ownRulesAt(all, at)]).toEqual([...ownRulesAt(until, at)])
          for (const { since, by } of ownRulesAt(all, at).values())
            expect(by.length === 2 || since - now >= 24 * hour).toBe(true)
        },
      ),
    ))
})

const someHour = fc.integer({ min: 0, max: 60 }).map((hours) => now + hours * hour)
const anyProposal = fc
  .record({
    signedAt: someHour,
    alone: fc.boolean(),
    secondAfter: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    withdrawnAfter: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    wanted: fc.constantFrom(raising, asItCame),
  })
  .map(({ signedAt, alone, secondAfter, withdrawnAfter, wanted }) =>
    proposal({
      id: `${signedAt}`,
      rules: [wanted],
      signedAt,
      alone,
      second: secondAfter === null ? null : { by: 'Dr Two', at: signedAt + secondAfter * hour },
      withdrawnAt: withdrawnAfter === null ? null : signedAt + withdrawnAfter * hour,
    }),
  )

describe('what may be decided of a rule', () => {
  const decided = (...wanted: Wanted[]) => decideWanted(table.byId, wanted).ok

  test('every rule may be ratified as it came', () =>
    expect(rules.filter(({ id, version, severity }) => !decided({ rule: id, version, severity }))).toEqual(
      [],
    ))

  test('an override that rests on a proposed default alone may be raised; nothing else may', () => {
    const raisable = rules.filter(mayRaise)
    expect(raisable.length).toBeGreaterThan(8)
    for (const { id, version, tags, sources, severity } of raisable) {
      expect([tags, sources, severity]).toEqual([['PD'], [], 'override'])
      expect(decided({ rule: id, version, severity: 'block' })).toBe(true)
    }
    // A label stands behind it; it is a caution; it weighs only after a dose.
    for (const rule of ['EL-C08', 'EL-E02', 'MO-NV'])
      expect([rule, decided({ rule, version: 1, severity: 'block' })]).toEqual([rule, false])
  })

  test('nothing is lowered below what it came with', () => {
    for (const { id, version, severity } of rules)
      for (const lower of (['override', 'caution', 'info'] as const).filter((one) => one !== severity))
        expect([id, lower, decided({ rule: id, version, severity: lower })]).toEqual([id, lower, false])
  })

  test('not of another version, not twice, not of a rule that is none, and not nothing', () => {
    expect(decided({ ...raising, version: 2 })).toBe(false)
    expect(decided(raising, asItCame)).toBe(false)
    expect(decided({ ...raising, rule: 'EL-NONE' })).toBe(false)
    expect(decided()).toBe(false)
  })

  test('what was written as a raise of a rule that allows none raises nothing', () => {
    const own = { proposal: 'p1', version: 1, severity: 'block', since: now, by: ['Dr One'] } as const
    const label = table.byId.get('EL-C08')!
    expect(severityHere(label, own)).toBe(label.severity)
    expect(raisedIn(table.byId, new Map([['EL-C08', own]]))).toEqual([])
  })

  test('one that was ratified in an earlier version is not ratified; one that was raised stays raised', () => {
    const own = { proposal: 'p1', version: 1, severity: 'block', since: now, by: [] } as const
    const newer = { ...table.byId.get('EV-UA')!, version: 2 }
    expect([isRatified(newer, own), isRatified({ version: 1 }, own)]).toEqual([false, true])
    expect(severityHere(newer, own)).toBe('block')
  })
})

describe('the one evaluator', () => {
  const at = instant(wellAt)
  const own = ownRulesAt([proposal({ ...seconded(at - 1), signedAt: at - 2 })], at)
  const evidence = (wellFile.evidence ?? []).filter((one) => one.evidence !== 'EV-UA')
  const facts = factsOfFile({ ...wellFile, evidence }, { stage: 'day', timeZone: '-08:00' })
  const judged = (of: Partial<Table>, known = facts) => {
    const { verdict, findings } = evaluate({ ...table, ...of }, known, { at, protocol: 'im' })
    return {
      verdict,
      found: findings.map(({ rule, severity, override }) => [rule.id, severity, override?.rule]),
    }
  }

  test('judges by the practice’s own decision, and says whose it is', () => {
    expect(judged({})).toEqual({ verdict: 'hold', found: [['EV-UA', 'override', undefined]] })
    expect(judged({ own })).toEqual({ verdict: 'hold', found: [['EV-UA', 'block', undefined]] })
    const [found] = evaluate({ ...table, own }, facts, { at, protocol: 'im' }).findings
    expect(found?.own).toMatchObject({ since: at - 1, by: ['Dr One', 'Dr Two'] })
    expect(evaluate(table, facts, { at, protocol: 'im' }).findings[0]?.own).toBeNull()
  })

  const signed = { id: 'o1', reason: 'r', riskAndBenefit: 'r', mitigation: 'm', signedBy: 'Dr One' }

  test('a written decision goes past the rule as it came, and not past one that was raised', () => {
    const written = {
      ...facts,
      overrides: [{ ...signed, rule: 'EV-UA', writtenAt: isoOf(at - hour), expiresAt: isoOf(at + hour) }],
    }
    expect(judged({}, written)).toEqual({ verdict: 'caution', found: [['EV-UA', 'override', 'EV-UA']] })
    expect(judged({ own }, written)).toEqual({ verdict: 'hold', found: [['EV-UA', 'block', undefined]] })
  })

  test('what cannot be known still goes to the clinician’s written judgement', () => {
    const asks = table.byId.get('EV-UA')!
    const rule: Rule = {
      ...asks,
      clauses: [{ kind: 'ask', question: 'family-aneurysm', answers: { no: 'settled', yes: 'override' } }],
    }
    const of = { rules: [rule], byId: new Map([[rule.id, rule]]), own }
    const said = (answer: string) => ({
      ...facts,
      answers: facts.answers.map((one) => (one.question === 'family-aneurysm' ? { ...one, answer } : one)),
    })
    expect(judged(of, said('yes')).found).toEqual([['EV-UA', 'block', undefined]])
    expect(judged(of, said('declined')).found).toEqual([['EV-UA', 'block', undefined]])
    expect(judged(of, said('cannot-be-known')).found).toEqual([['EV-UA', 'override', undefined]])
  })
})
