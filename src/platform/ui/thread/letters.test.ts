import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthOf, wrap } from './letters.ts'

const text = fc.array(fc.constantFrom('a', 'casa', 'descansar', 'otorrinolaringólogo', 'WWWW', '“sí”', '3'), {
  minLength: 1,
  maxLength: 20,
})
const setting = fc.record({
  width: fc.integer({ min: 60, max: 300 }),
  lines: fc.integer({ min: 1, max: 6 }),
  size: fc.constantFrom(14, 16, 18),
  face: fc.constantFrom('sans' as const, 'serif' as const),
})

test('no line is wider than it may be, and there are not too many', () =>
  fc.assert(
    fc.property(text, setting, (words, how) => {
      const lines = wrap(words.join(' '), how)
      expect(lines.length).toBeLessThanOrEqual(how.lines)
      for (const line of lines) expect(widthOf(line, how.size, how.face)).toBeLessThanOrEqual(how.width)
    }),
  ))

test('what fits is kept whole; what does not ends in an ellipsis', () =>
  fc.assert(
    fc.property(text, setting, (words, how) => {
      const whole = wrap(words.join(' '), { ...how, lines: 1_000 })
      const letters = (lines: readonly string[]) => lines.join('').replaceAll(/[\s-]/g, '')
      expect(letters(whole)).toBe(letters(words))
      const cut = wrap(words.join(' '), how)
      expect(cut.at(-1)!.endsWith('…')).toBe(whole.length > how.lines)
    }),
  ))
