import { describe, expect, test } from 'vitest'
import { stands, type Case } from '../app/testing/cases.ts'
import { dayCases } from '../app/testing/casesDay.ts'
import { medicineCases } from '../app/testing/casesMedicines.ts'
import { consentCases, releaseCases } from '../app/testing/casesRelease.ts'
import { screeningCases } from '../app/testing/casesScreening.ts'
import { evaluated, wellFile } from '../app/testing/well.ts'
import { rules } from './rule.content.ts'
import { protocolIds, stages } from './rule.ts'

const all: Readonly<Record<string, readonly Case[]>> = {
  'a course to come': screeningCases,
  'other medicines': medicineCases,
  'evidence and the day': dayCases,
  'going home': releaseCases,
  consent: consentCases,
}

for (const [about, cases] of Object.entries(all))
  describe(`the rules of ${about}`, () => {
    test.each(cases)('$rule: with $differs it is $stands', (one) => expect(stands(one)).toBe(one.stands))
  })

test('every rule is tried where it stands open, where nobody knows, and where it is settled', () => {
  const tried = (rule: string, state: string) =>
    Object.values(all).some((cases) => cases.some((one) => one.rule === rule && one.stands.endsWith(state)))
  const untried = rules.flatMap(({ id, clauses }) => {
    // Evidence is there, missing or out of date: it is never "present".
    const open = clauses.every(({ kind }) => ['evidence', 'unmatched'].includes(kind)) ? 'expired' : 'present'
    return [open, 'unknown'].filter((state) => !tried(id, state)).map((state) => `${id} ${state}`)
  })
  expect(untried).toEqual([])
})

test.each(protocolIds.flatMap((protocol) => stages.map((stage) => ({ protocol, stage }))))(
  'nothing stands open for someone about whom all is known and well: $protocol, $stage',
  (asking) => expect(evaluated(wellFile, asking)).toEqual({ verdict: 'clear', findings: [] }),
)
