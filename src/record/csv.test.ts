import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf, csvOf } from './csv.ts'

/** Reads RFC 4180 back, as a sheet program does. */
function read(csv: string): string[][] {
  const lines: string[][] = [[]]
  let [cell, quoted] = ['', false]
  for (let place = 0; place < csv.length; place += 1) {
    const letter = csv[place]!
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (csv[place + 1] === '"') [cell, place] = [`${cell}"`, place + 1]
      else quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === ',' || letter === '\r') {
      lines.at(-1)!.push(cell)
      cell = ''
      if (letter === '\r') place = lines.push([]) && place + 1
    } else cell += letter
  }
  return lines.slice(0, -1)
}

const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0', '"', ',', '\n', '＝', '＋', '－', '＠'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
)

test('no words begin as a formula, whatever was written', () =>
  fc.assert(
    fc.property(words, (said) => {
      const [[kept]] = read(csvOf([{ said }])).slice(1) as [[string]]
      expect(kept).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/)
    }),
  ))

test('nothing of what was written is lost, and no cell runs into another', () =>
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (cells) => {
      const row = Object.fromEntries(cells.map((said, place) => [`c${place}`, said]))
      const kept = read(csvOf([row]))[1]!
      expect(kept.map((cell, place) => (cell === `'${cells[place]}` ? cells[place] : cell))).toEqual(cells)
    }),
  ))

test('a number is a number, even below nothing; what is not known is empty', () =>
  expect([-2.5, true, null, { a: '=1' }, '-2'].map(cellOf)).toEqual([
    '-2.5',
    'true',
    '',
    '"{""a"":""=1""}"',
    "'-2",
  ]))

test('a table without rows is an empty file', () => expect(csvOf([])).toBe('\r\n'))
