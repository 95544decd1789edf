import { describe, expect, test } from 'vitest'
import { found, foundBy, twoDays } from './foundBy.ts'

const ines = { name: 'Inés Núñez', birthDate: '1984-05-17' }

test.each([
  ['', true],
  ['ines', true],
  ['NUÑEZ inés', true],
  ['1984', true],
  ['nunez 1984-05', true],
  ['Núñez, Inés', true],
  ['ines 1985', false],
  ['robin', false],
])('%j finds Inés Núñez: %s', (wanted, is) => expect(foundBy(ines, wanted, 'en')).toBe(is))

test('someone whose date of birth is not known is found by name, and by no date', () => {
  const ana = { name: 'Ana', birthDate: null }
  expect(foundBy(ana, 'ana', 'en')).toBe(true)
  expect(foundBy(ana, '3/9/1974', 'en')).toBe(false)
})

const march = { name: 'Mar Abril', birthDate: '1974-03-09' }
const september = { name: 'May Lee', birthDate: '1974-09-03' }

describe.each(['en', 'es'] as const)('a date of birth as a person types it (%s)', (language) => {
  test.each([
    '1974-03-09',
    '1974/3/9',
    '9 Mar 1974',
    '9 mar. 1974',
    'Mar 9, 1974',
    'March 9 1974',
    'march 9th, 1974',
    '9th of March 1974',
    '09-Mar-1974',
    '9 de marzo de 1974',
    '9 de Marzo del 1974',
    'marzo 9 de 1974',
    '9 MARZO 74',
    '9 marzo',
    'March 9',
    'marzo de 1974',
    'mar 1974',
    '3/1974',
    'abril 9/3/1974',
    '9 mar 1974 abril',
  ])('%j', (wanted) => {
    expect(foundBy(march, wanted, language)).toBe(true)
    expect(foundBy(ines, wanted, language)).toBe(false)
  })

  test.each(['9 de abril de 1974', '1974-03-10', '10/3/1974', '9 mar 1975', 'lee 9 mar 1974', '31/31/1974'])(
    'not %j',
    (wanted) => expect(foundBy(march, wanted, language)).toBe(false),
  )

  test.each(['3/9/1974', '03/09/1974', '3-9-1974', '3.9.74', '3/9/74'])(
    '%j finds both whom it may mean, the usual one first',
    (wanted) => {
      const both = [september, ines, march]
      const first = language === 'en' ? march : september
      expect(found(both, wanted, language).map(({ name }) => name)).toEqual([
        first.name,
        ...both.filter((one) => one !== first && one !== ines).map(({ name }) => name),
      ])
      expect(twoDays(wanted, language)).toHaveLength(2)
    },
  )

  test.each(['13/9/1974', '9/13/1974'])('%j can only mean one day', (wanted) => {
    expect(foundBy({ name: 'Rosa', birthDate: '1974-09-13' }, wanted, language)).toBe(true)
    expect(twoDays(wanted, language)).toBeUndefined()
  })

  test.each(['mar', 'abril', 'mar abril'])('a name that is a month is a name: %j', (wanted) =>
    expect(found([march, september, ines], wanted, language)).toEqual([march]),
  )
})
