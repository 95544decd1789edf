import { expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { isBirthDate } from '../person/details.ts'
import { noneTold, personTold, toldBy } from './taking-in.ts'

const now = instant('2026-03-02T17:00:00.000Z')

test.each([
  ['1974-03-09', true],
  ['2026-03-02', true],
  ['2026-03-05', false],
  ['1890-01-01', false],
  ['1974-02-30', false],
  ['1974-3-9', false],
  ['', false],
])('%j may be somebody’s birthday: %s', (born, may) => expect(isBirthDate(born, now)).toBe(may))

const written = { called: 'Alex', reachBy: 'call', contact: '+1 213 555 0100', language: 'es' } as const

test('an enquiry gives what it says, and nothing is guessed from it', () => {
  expect(toldBy(written)).toEqual({
    ...noneTold,
    givenName: 'Alex',
    phone: '+1 213 555 0100',
    language: 'es',
  })
  expect(toldBy({ ...written, reachBy: 'email', contact: 'alex@example.org' })).toMatchObject({
    phone: '',
    email: 'alex@example.org',
  })
})

test('what nobody told stays unknown, and a name that is the given name is no other name', () => {
  const told = { ...noneTold, givenName: 'Alexandra', familyName: 'Prueba', birthDate: '1974-03-09' }
  const here = { id: 'x', timeZone: 'America/Los_Angeles' }
  expect(personTold({ ...told, calledBy: 'Alexandra' }, here)).toMatchObject({
    calledBy: null,
    gender: null,
    email: null,
    phone: null,
    city: null,
  })
  expect(personTold({ ...told, calledBy: 'Alex' }, here).calledBy).toBe('Alex')
})
