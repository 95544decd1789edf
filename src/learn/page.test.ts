import { expect, test } from 'vitest'
import { readPage, sourcesOf, wordsOf } from './page.ts'

const head = '---\ntitle: T\nlead: L: and more\nteaser: S\n---\n\n'
const read = (body: string) => readPage(head + body)

test('the head names the page; a colon in the words is no end of them', () =>
  expect(read('')).toEqual({ title: 'T', lead: 'L: and more', teaser: 'S', sections: [] }))

test('a section is a heading, an address and its blocks', () =>
  expect(read('## One {#one}\n\nWords.\n\n~ Small.\n\n- a\n- b\n').sections).toEqual([
    {
      id: 'one',
      heading: 'One',
      blocks: [
        { kind: 'paragraph', line: [{ kind: 'words', text: 'Words.' }] },
        { kind: 'aside', line: [{ kind: 'words', text: 'Small.' }] },
        { kind: 'list', items: [[{ kind: 'words', text: 'a' }], [{ kind: 'words', text: 'b' }]] },
      ],
    },
  ]))

test('a list whose items all open strongly is a list of names', () => {
  const [section] = read('## A {#a}\n\n- **Before.** You rest.\n- **After.** You eat.\n').sections
  expect(section?.blocks).toEqual([
    {
      kind: 'named-list',
      items: [
        { name: 'Before.', line: [{ kind: 'words', text: ' You rest.' }] },
        { name: 'After.', line: [{ kind: 'words', text: ' You eat.' }] },
      ],
    },
  ])
})

test('a table has a head and rows of its width', () => {
  const [section] = read('## A {#a}\n\n| | x | y |\n| --- | --- | --- |\n| n | 1 | 2 |\n').sections
  const [table] = section?.blocks ?? []
  if (table?.kind !== 'table') throw new Error('a table was written')
  expect(table.head.map(wordsOf)).toEqual(['', 'x', 'y'])
  expect(table.rows.map((row) => row.map(wordsOf))).toEqual([['n', '1', '2']])
  expect(() => read('## A {#a}\n\n| a | b |\n| --- | --- |\n| only |\n')).toThrow('not as wide')
})

test('sources are found wherever they stand, each once, in order', () =>
  expect(sourcesOf(read('## A {#a}\n\nOne.[^S2][^S1]\n\n- **B** two[^S1]\n- **C** three[^GK]\n'))).toEqual([
    'S2',
    'S1',
    'GK',
  ]))

test.each([
  ['## No address\n\nx', 'needs a heading and an id'],
  ['Lost words\n\n## A {#a}\n', 'before the first section'],
  ['## A {#a}\n\none row\nand another', 'one paragraph is one row'],
])('a slip is refused: %j', (body, why) => expect(() => read(body)).toThrow(why))

test('a page without a lead is refused', () =>
  expect(() => readPage('---\ntitle: T\nteaser: S\n---\n')).toThrow('no lead'))
