import { expect, test } from 'vitest'
import {
  found,
  goodPressure,
  statement,
  statementsOf,
  allWell,
  filedOn,
  daysAgo,
  careNow,
} from '../app/testing/findings.ts'
import { day } from '../kernel/instant.ts'
import { table } from '../rule/rule.content.ts'
import { weighed } from './eligibility.ts'
import { onTheDay } from './onTheDay.ts'

const well = { ...allWell, ...filedOn(daysAgo(3)) }
const openWith = (resources: unknown[], statements = statementsOf(well), measured = true) =>
  onTheDay(table, weighed(found(resources, statements, { measured }), [], careNow))
    .filter(({ state }) => state !== 'settled')
    .map(({ rule, state }) => `${rule} ${state}`)

test('an answer of an earlier day is asked anew by the gates of the day, one of an earlier quarter is not good any more', () => {
  const said = (question: string, days: number) =>
    statement(99, { question, answer: well[question]!, saidAt: careNow - days * day })
  expect(openWith(goodPressure)).toEqual([])
  expect(openWith(goodPressure, [...statementsOf(well), said('capacity', 40)])).toEqual([])
  expect(openWith(goodPressure, [...statementsOf(well), said('bladder', 40)])).toEqual([])
  expect(openWith(goodPressure, [...statementsOf(well), said('thyroid', 91)])).toEqual(['EL-E01 expired'])
})

test('what nobody asked, measured or filed holds a dose, whatever it is', () => {
  const { capacity: _, ...unasked } = well
  expect(openWith(goodPressure, statementsOf(unasked))).toEqual(['EL-M09 unknown'])
  expect(openWith(goodPressure, statementsOf(well), false)).toEqual([
    'EL-S04 unknown',
    'EL-B01 unknown',
    'EL-B02 unknown',
    'EV-WT unknown',
    'EV-SB unknown',
    'EL-W01 unknown',
  ])
})

test('a score of the screening grows old under a clearance; evidence of the day and pressures do not', () => {
  const score = (days: number) => ({
    resourceType: 'Observation',
    id: `bmi${days}`,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '39156-5' }] },
    subject: { reference: 'Patient/pat' },
    effectiveDateTime: daysAgo(days),
    valueQuantity: { value: 24, unit: 'kg/m2', system: 'http://unitsofmeasure.org', code: 'kg/m2' },
  })
  const without = openWith([...goodPressure], statementsOf(well), false)
  const old = openWith([...goodPressure, score(60)], statementsOf(well), false)
  expect(without).toContain('EL-B02 unknown')
  expect(old).not.toContain('EL-B02 expired')
  expect(openWith([goodPressure[0]!])).toEqual(['EL-C06b expired', 'EL-C06a expired'])
  expect(openWith(goodPressure, statementsOf({ ...well, 'EV-LFT': `on ${daysAgo(200)}` }))).toEqual([
    'EV-LFT expired',
  ])
})
