import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rxnorm } from '../intake/terms.ts'
import { drugsIn } from './drug.ts'
import { drugsKnown, table } from './rule.content.ts'

const found = (text: string, code = '') =>
  drugsIn(table.drugs, code === '' ? [] : [{ system: rxnorm, code, display: '' }], text).map(
    ({ drug, by }) => `${drug.ingredient} by ${by}`,
  )

const every = drugsKnown.flatMap(({ ingredient, names, spanish, misspellings, rxnorm: codes }) => [
  ...[ingredient, ...names, ...spanish].map((text) => [ingredient, text, '', 'name'] as const),
  ...misspellings.map((text) => [ingredient, text, '', 'misspelling'] as const),
  ...codes.map((code) => [ingredient, '', code, 'code'] as const),
])

test.each(every)(
  '%s is found where someone wrote "%s" or the code "%s", by its %s',
  (ingredient, ...[text, code, by]) => expect(found(text, code)).toContain(`${ingredient} by ${by}`),
)

test.each([
  ['CLONAZEPAM 0.5 MG Oral Tablet', 'clonazepam by name'],
  ['takes st. john’s wort at night', "st. john's wort by name"],
  ['Acetaminophen 325 MG / HYDROcodone Bitartrate 7.5 MG', 'hydrocodone by name'],
  ['Fenobarbital 100mg', 'phenobarbital by name'],
  ['prazosina 2 mg por la noche', 'prazosin by name'],
  ['Ácido valproico', 'valproate by name'],
  ['FENITOINA', 'phenytoin by name'],
  ['phenobarbitol', 'phenobarbital by misspelling'],
])('%s holds %s', (text, expected) => expect(found(text)).toContain(expected))

test.each([
  'somatostatin',
  'confirmed',
  'lithiumlike',
  'codeinex',
  'st johns worthless',
  'a vitamin',
  '',
  '???',
])('%s is matched with nothing: no part of a word counts', (text) => expect(found(text)).toEqual([]))

test('a code of another system is no code of ours', () =>
  expect(
    drugsIn(table.drugs, [{ system: 'https://example.org/codes', code: '2598', display: '' }], ''),
  ).toEqual([]))

test('any text at all is answered, and always the same', () => {
  const property = fc.property(fc.string(), (text) => found(text).join() === found(text).join())
  expect(fc.check(property).failed).toBe(false)
})
