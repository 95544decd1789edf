import { describe, expect, test } from 'vitest'
import { commonPasswords } from './password.content.ts'
import { ownWords, passwordFault, shortest } from './password.ts'

const known = { common: commonPasswords, own: ownWords('rosa.marquez@people.example') }
const faultOf = (password: string, least = shortest.client) => passwordFault(password, known, least)

test('the list was read whole', () => expect(commonPasswords.size).toBe(3300))

test('every one of the 3,000 most common is refused, at any door', () =>
  expect([...commonPasswords].filter((password) => faultOf(password) === undefined)).toEqual([]))

test('staff need fifteen signs, clients twelve', () => {
  expect(faultOf('moth kept lamp', shortest.staff)).toBe('too-short')
  expect(faultOf('moth kept lamp')).toBeUndefined()
  expect(faultOf('moth kept la')).toBeUndefined()
  expect(faultOf('moth kept l')).toBe('too-short')
})

describe('what only looks long is refused', () => {
  test.each([
    'passwordpassword',
    'Password1234567',
    'P@ssw0rd12345678',
    'qwertyuiopasdfgh',
    '111111111111111',
    'aaaabbbbaaaabbbb',
    'abcabcabcabcabc',
    'sunshine-princess',
    'summer2024summer',
    'dragondragon2026',
    'rosa marquez 1984',
    'throughline2026!',
    'ketamineketamine',
    '123qweasdzxc123',
    'letmein letmein letmein',
  ])('%s', (password) => expect(faultOf(password)).toBe('too-common'))
})

describe('what is hard to guess is welcome, however it is written', () => {
  test.each([
    'the blue kettle hums at four',
    'perro azul en la ventana',
    'correct horse battery staple ninety',
    'Zf8#kQ2!vLw9xT4',
    'ñandú corre por la pampa',
    '我们在雨中慢慢走回家去吧好吗',
  ])('%s', (password) => expect(faultOf(password)).toBeUndefined())
})

test('nobody needs more than 256 signs', () => expect(faultOf('ab1x'.repeat(65))).toBe('too-long'))

test('a password of 256 signs is looked at in a moment', () => {
  const begun = performance.now()
  faultOf('aaaaaaaaaaaaaaaaaaaaaaab'.repeat(10))
  expect(performance.now() - begun).toBeLessThan(500)
})
