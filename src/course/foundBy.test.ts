import { expect, test } from 'vitest'
import { foundBy } from './foundBy.ts'

const ines = { name: 'Inés Núñez', birthDate: '1984-05-17' }

test.each([
  ['', true],
  ['ines', true],
  ['NUÑEZ inés', true],
  ['1984', true],
  ['nunez 1984-05', true],
  ['ines 1985', false],
  ['robin', false],
])('%j finds Inés Núñez: %s', (wanted, found) => expect(foundBy(ines, wanted)).toBe(found))

test('someone whose date of birth is not known is found by name', () =>
  expect(foundBy({ name: 'Ana', birthDate: null }, 'ana')).toBe(true))
