import { expect, test } from 'vitest'
import { piecesOf } from './letter.ts'

const origin = 'http://localhost:4600'

test('a link of this house is cut out of the words around it, secret and all', () => {
  expect(piecesOf(`Open this:\n\n${origin}/join#a-b_c\n\nBye`, origin)).toEqual([
    { words: 'Open this:\n\n' },
    { href: `${origin}/join#a-b_c` },
    { words: '\n\nBye' },
  ])
})

test.each([
  'http://localhost:4600.evil.example/join#a',
  'http://localhost:46001/join',
  'https://localhost:4600/join',
  'http://user@elsewhere.example/',
  'javascript:alert(1)',
  '<a href="http://elsewhere.example">x</a>',
  '//elsewhere.example/join',
])('%s stays words', (said) => expect(piecesOf(said, origin)).toEqual([{ words: said }]))

test('an address that only looks like a path of ours stays inside ours', () => {
  expect(piecesOf(`${origin}//elsewhere.example/x`, origin)).toEqual([
    { href: `${origin}//elsewhere.example/x` },
  ])
})

test('an empty letter is nothing', () => expect(piecesOf('', origin)).toEqual([]))
