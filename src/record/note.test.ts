import { expect, test } from 'vitest'
import { standingNotes, type Note } from './note.ts'

const note = (id: string, writtenAt: number, corrects: string | null = null): Note => ({
  id,
  words: `words of ${id}`,
  sessionId: null,
  corrects,
  writtenAt,
})

test('the newest note stands first; a correction stands in its place, with what was said before beneath it', () => {
  const notes = [note('a', 1), note('b', 2), note('a2', 3, 'a'), note('a3', 4, 'a2')]
  expect(standingNotes(notes).map(({ id, earlier }) => [id, earlier.map((one) => one.id)])).toEqual([
    ['b', []],
    ['a3', ['a2', 'a']],
  ])
})

test('nothing is ever left out', () => {
  const notes = [note('a', 1), note('b', 2, 'a'), note('c', 3)]
  const told = standingNotes(notes).flatMap(({ id, earlier }) => [id, ...earlier.map((one) => one.id)])
  expect(told.toSorted()).toEqual(['a', 'b', 'c'])
})
