import { expect, test } from 'vitest'
import { fromLibrary, libraryIds } from './library.content.ts'
import { en } from './words.called.en.ts'
import { es } from './words.called.es.ts'

/** Not in letters alone, as "BRFSS ACE" is. */
const isInWords = (name: string): boolean => /[a-z]{3}/.test(name) && name.includes(' ')

test('every instrument whose name is words is called something else in Spanish, and no other', () => {
  const names = libraryIds().map((id) => fromLibrary(id)!.name)
  expect(Object.keys(en).toSorted()).toEqual(names.filter(isInWords).toSorted())
  expect(Object.entries(es).filter(([name, said]) => name === said)).toEqual([])
})
