import { expect, test } from 'vitest'
import { nothingMeasured, valuesOf, type Measuring } from './measuring.ts'

const typed = (values: Measuring['values'], units: Measuring['units'] = 'us'): Measuring => ({
  ...nothingMeasured,
  values,
  units,
})

test('pounds and inches are kept as kilograms, with the body mass index', () => {
  expect(valuesOf(typed({ weight: '158', height: '66' }))).toEqual({
    fine: [
      { measure: 'weight', value: 71.7 },
      { measure: 'bmi', value: 25.5 },
    ],
    wrong: [],
  })
  expect(valuesOf(typed({ weight: '71,7', height: '167.6' }, 'metric')).fine).toEqual([
    { measure: 'weight', value: 71.7 },
    { measure: 'bmi', value: 25.5 },
  ])
})

test('what cannot be read, or cannot be so, is named and nothing is guessed', () => {
  expect(valuesOf(typed({ height: '66' })).wrong).toEqual(['height'])
  expect(valuesOf(typed({ weight: '158', height: '0' })).wrong).toEqual(['height'])
  expect(valuesOf(typed({ weight: '1O', audit: '41', 'dast-10': '-1' })).wrong).toEqual([
    'weight',
    'audit',
    'dast-10',
  ])
  // Inches taken for centimetres make nobody’s index.
  expect(valuesOf(typed({ weight: '71.7', height: '66' }, 'metric')).wrong).toEqual(['height'])
  expect(valuesOf(typed({}))).toEqual({ fine: [], wrong: [] })
})
