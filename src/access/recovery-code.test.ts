import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recoveryCodeFrom, recoveryCodeTyped } from './recovery-code.ts'

const chance = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('a code has four groups of four, without letters that look like digits', () => {
  const shape = /^([A-HJKMNP-TV-Z0-9]{4}-){3}[A-HJKMNP-TV-Z0-9]{4}$/
  fc.assert(fc.property(chance, (bytes) => void expect(recoveryCodeFrom(bytes)).toMatch(shape)))
})

test('other chance, other code', () => {
  const different = fc
    .tuple(chance, chance)
    .filter(([one, other]) => one.some((byte, at) => byte !== other[at]))
  fc.assert(
    fc.property(
      different,
      ([one, other]) => void expect(recoveryCodeFrom(one)).not.toBe(recoveryCodeFrom(other)),
    ),
  )
})

test('typed small, without dashes, with O for zero and l for one, it is the same code', () => {
  expect(recoveryCodeTyped(' ab0d-1fgh jkmn-pqrs')).toBe('AB0D1FGHJKMNPQRS')
  expect(recoveryCodeTyped('ABoD-lFGH-JKMN-PQRS')).toBe('AB0D1FGHJKMNPQRS')
})
