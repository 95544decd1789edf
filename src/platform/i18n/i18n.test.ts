import { describe, expect, test } from 'vitest'
import { fill } from './fill.ts'
import { formatDate, formatNumber, relativeWords } from './format.ts'
import { isLanguage, pick } from './language.ts'
import { listed, plural } from './plural.ts'

const place = (language: 'en' | 'es', timeZone = 'America/Los_Angeles') => ({ language, timeZone })
const moment = Date.UTC(2026, 9, 14, 16, 41)
const minute = 60_000

describe('a date', () => {
  test.each([
    ['day', 'Wed, Oct 14', 'mié, 14 de oct'],
    ['short', 'Oct 14', '14 oct'],
    ['weekday', 'Wednesday, October 14', 'miércoles, 14 de octubre'],
    ['date', 'October 14, 2026', '14 de octubre de 2026'],
    ['time', '9:41 AM', '9:41 a.m.'],
  ] as const)('as %s', (style, en, es) => {
    const plainly = (text: string) => text.replaceAll(/[  ]/g, ' ')
    expect(plainly(formatDate(moment, place('en'), style))).toBe(en)
    expect(plainly(formatDate(moment, place('es'), style))).toBe(es)
  })
  test('is told where the course is lived', () => {
    expect(formatDate(Date.UTC(2026, 9, 14, 3), place('en'), 'short')).toBe('Oct 13')
    expect(formatDate(Date.UTC(2026, 9, 14, 3), place('en', 'UTC'), 'short')).toBe('Oct 14')
  })
})

test.each([
  [-30_000, 'now', 'ahora'],
  [-5 * minute, '5 minutes ago', 'hace 5 minutos'],
  [-59 * minute, '59 minutes ago', 'hace 59 minutos'],
  [-90 * minute, '1 hour ago', 'hace 1 hora'],
  [26 * 60 * minute, 'tomorrow', 'mañana'],
  [-10 * 24 * 60 * minute, '10 days ago', 'hace 10 días'],
  [-20 * 24 * 60 * minute, '2 weeks ago', 'hace 2 semanas'],
])('%i ms away is "%s"', (away, en, es) => {
  expect(relativeWords(moment + away, moment, 'en')).toBe(en)
  expect(relativeWords(moment + away, moment, 'es')).toBe(es)
})

test.each([
  [0, '0 entries', '0 registros'],
  [1, 'one entry', 'un registro'],
  [6, '6 entries', '6 registros'],
  [1_000_000, '1,000,000 entries', '1,000,000 registros'],
])('%i is counted in both languages', (count, en, es) => {
  expect(plural('en', count, { one: 'one entry', other: '{n} entries' })).toBe(en)
  expect(plural('es', count, { one: 'un registro', other: '{n} registros' })).toBe(es)
})

test('a sentence that ends in a time ends in one period', () => {
  expect(fill('Sin red desde las {time}. Siga.', { time: '9:41 a. m.' })).toBe(
    'Sin red desde las 9:41 a. m. Siga.',
  )
  expect(fill('No network since {time}.', { time: '9:41 AM' })).toBe('No network since 9:41 AM.')
  expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}')
})

test('numbers, lists and languages', () => {
  expect([formatNumber(1234.56, 'en'), formatNumber(0.25, 'es', 2)]).toEqual(['1,234.6', '0.25'])
  expect([listed('en', ['a', 'b', 'c']), listed('es', ['a', 'b'])]).toEqual(['a, b, and c', 'a y b'])
  expect([isLanguage('es'), isLanguage('fr'), pick({ en: 1, es: 2 }, 'es')]).toEqual([true, false, 2])
})
