import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  bloodPressure,
  bundleOf,
  condition,
  medication,
  patient,
  snomedOf,
  textOf,
} from '../app/testing/bundle.ts'
import { findingsOf } from '../clearance/eligibility.ts'
import { foldHistory } from '../intake/history.ts'
import { readReferral } from '../intake/referral.fhir.ts'
import { instant } from '../kernel/instant.ts'
import { shared } from '../platform/testing/shared.ts'
import { evaluate } from './evaluate.ts'
import { factsOfReferral } from './referred.ts'
import { measuresKnown, table } from './rule.content.ts'
import type { ProtocolId } from './rule.ts'

const at = instant('2026-11-28T09:00:00-08:00')

function readingOf(text: string) {
  const read = readReferral(text, at)
  if (!read.ok) throw new Error(read.refusal)
  return read.value
}
const factsIn = (text: string) =>
  factsOfReferral(readingOf(text), { stage: 'day', timeZone: '-08:00', measures: measuresKnown })
const judged = (text: string, protocol: ProtocolId = 'im') => evaluate(table, factsIn(text), { at, protocol })
/** What rests on a record of the file, and not only on a question that nobody asked yet. */
const raised = (text: string, protocol: ProtocolId = 'im') =>
  judged(text, protocol)
    .findings.filter(({ because }) => because.length > 0)
    .map(({ rule, severity, state }) => `${rule.id} ${severity} ${state}`)

interface Expected {
  readonly everywhere: readonly string[]
  readonly im: readonly string[]
  readonly sublingual: readonly string[]
}
/** Gone through by hand, record by record. */
const reviewed: Record<string, Expected> = JSON.parse(
  readFileSync(new URL('fixtures/referral-findings.json', import.meta.url), 'utf8'),
)

test('every referral there is stands in the reviewed table', (context) => {
  const files = readdirSync(shared(context, 'data/referrals'))
  expect(files.map((file) => file.replace('.json', '')).toSorted()).toEqual(Object.keys(reviewed).toSorted())
})

for (const [name, { everywhere, ...only }] of Object.entries(reviewed))
  describe(`the referral ${name}`, () => {
    for (const protocol of ['im', 'sublingual'] as const)
      test(`raises what was reviewed, on ${protocol}`, (context) => {
        const text = readFileSync(join(shared(context, 'data/referrals'), `${name}.json`), 'utf8')
        expect(raised(text, protocol).toSorted()).toEqual([...everywhere, ...only[protocol]].toSorted())
        expect(judged(text, protocol).verdict).toBe('hold')
      })

    test('is judged as the review page judges it', (context) => {
      const text = readFileSync(join(shared(context, 'data/referrals'), `${name}.json`), 'utf8')
      expect(agreeing(text)).toEqual([])
    })
  })

/** Rules that the review page holds open and this evaluator does not, or that weigh less here. */
function agreeing(text: string): string[] {
  const { items, person } = readingOf(text)
  const history = foldHistory(
    items.map((item, place) => ({ id: `i${place}`, item })),
    [],
  )
  const page = findingsOf({
    history,
    birthDate: person.birthDate,
    careNow: at,
    table,
    timeZone: 'America/Los_Angeles',
    protocol: 'sublingual',
  })
  const { findings } = judged(text, 'sublingual')
  return page
    .filter(({ state }) => state !== 'settled')
    .filter(({ rule, state }) => {
      const here = findings.find((finding) => finding.rule.id === rule)
      return !here || (here.state === 'present') !== (state === 'present')
    })
    .map(({ rule, severity, state }) => `${rule} ${severity} ${state}`)
}

describe('a referral of our own', () => {
  const of = (...resources: unknown[]) => textOf(bundleOf(patient(), ...resources))
  test('answers none of our questions: nobody is clear by it', () => {
    const { verdict, findings } = judged(of())
    expect(verdict).toBe('hold')
    expect(findings.every(({ state }) => state !== 'present')).toBe(true)
  })
  test('a bleed that is coded blocks; one that is only suspected is unknown; one in words alone is neither', () => {
    const bleed = condition({ code: snomedOf('274100004', 'Cerebral hemorrhage') })
    expect(raised(of(bleed))).toContain('EL-C03 block present')
    const suspected = { ...bleed, verificationStatus: { coding: [{ code: 'provisional' }] } }
    expect(raised(of(suspected))).toContain('EL-C03 block unknown')
    expect(raised(of(condition({ code: { text: 'Cerebral hemorrhage' } })))).toEqual([])
  })
  test('one that the sender refuted raises nothing', () => {
    const refuted = condition({ verificationStatus: { coding: [{ code: 'refuted' }] } })
    expect(raised(of(refuted))).toEqual([])
  })
  test('a medicine that is stopped raises nothing; one that is on hold is unknown', () => {
    expect(raised(of(medication()))).toContain('IX-02 override unknown')
    expect(raised(of(medication({ status: 'stopped' })))).toEqual([])
    const theophylline = { medicationCodeableConcept: { text: 'Theo-24 300 mg' } }
    expect(raised(of(medication(theophylline)))).toContain('IX-01 block present')
    expect(raised(of(medication({ ...theophylline, status: 'on-hold' })))).toContain('IX-01 block unknown')
  })
  test('a medicine that we do not know stays to be confirmed', () => {
    const strange = medication({ medicationCodeableConcept: { text: 'Zzyzx drops' } })
    const found = judged(of(strange)).findings.find(({ rule }) => rule.id === 'EV-MED')
    expect(found).toMatchObject({
      state: 'unknown',
      because: [{ text: 'Zzyzx drops', standing: 'to-be-confirmed' }],
    })
  })
  test('a pressure counts while it is fresh, and is told as out of date when it is not', () => {
    const twice = (day: string, systolic: number) => [
      { ...bloodPressure(systolic, 90), id: 'a', effectiveDateTime: `${day}T09:00:00-08:00` },
      { ...bloodPressure(systolic, 90), id: 'b', effectiveDateTime: `${day}T09:10:00-08:00` },
    ]
    expect(raised(of(...twice('2026-11-20', 172)))).toContain('EL-C06b block present')
    expect(raised(of(...twice('2026-09-20', 172)))).toContain('EL-C06b block expired')
    expect(raised(of(...twice('2026-11-20', 130)))).not.toContain('EL-C06b block present')
  })
})
