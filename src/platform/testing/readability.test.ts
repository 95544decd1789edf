import { expect, test } from 'vitest'
import { easeOfSpanish, gradeOfEnglish, syllablesInEnglish, syllablesInSpanish } from './readability.ts'

test.each([
  ['stay', 1],
  ['stayed', 1],
  ['wanted', 2],
  ['medicine', 3],
  ['prescriber', 3],
  ['ketamine', 3],
  ['preparation', 4],
  ['integration', 4],
  ['therapy', 3],
  ['table', 2],
  ['goes', 1],
  ['studies', 2],
  ['insurance', 3],
])('%s has %i syllables', (word, syllables) => expect(syllablesInEnglish(word)).toBe(syllables))

test.each([
  ['día', 2],
  ['medicina', 4],
  ['ciudad', 2],
  ['preparación', 4],
  ['guía', 2],
  ['quiere', 2],
  ['hoy', 1],
  ['cuidado', 3],
  ['usted', 2],
])('%s tiene %i sílabas', (word, syllables) => expect(syllablesInSpanish(word)).toBe(syllables))

test('a child reads one text and a lawyer the other', () => {
  expect(gradeOfEnglish(['The cat sat on the mat. It was warm.'])).toBeLessThan(2)
  const legal =
    'Notwithstanding the aforementioned considerations, participants acknowledge the possibility of unanticipated psychological complications.'
  expect(gradeOfEnglish([legal])).toBeGreaterThan(14)
  expect(easeOfSpanish(['El gato está en casa. Hace sol.'])).toBeGreaterThan(90)
  expect(
    easeOfSpanish([
      'Independientemente de consideraciones administrativas precedentes, reconocemos complicaciones psicológicas.',
    ]),
  ).toBeLessThan(20)
})
