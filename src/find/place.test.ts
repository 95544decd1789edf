import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { milesBetween } from './distance.ts'
import { openGazetteer, plain } from './gazetteer.ts'
import { editsBetween, findPlace } from './place.ts'

const gazetteer = openGazetteer(JSON.parse(readFileSync('content/directory/places.json', 'utf8')))
const find = (asked: string) => findPlace(gazetteer, asked)
const nameOf = (asked: string) => {
  const found = find(asked)
  return found.kind === 'one' ? `${found.place.name}, ${found.place.state}` : found.kind
}

test.each([
  ['Los Angeles', 'Los Angeles, CA'],
  ['  los   angeles ', 'Los Angeles, CA'],
  ['los angeles, ca', 'Los Angeles, CA'],
  ['Los Ángeles, California', 'Los Angeles, CA'],
  ['Los Angeles CA', 'Los Angeles, CA'],
  ['LA', 'Los Angeles, CA'],
  ['90012', 'Los Angeles, CA'],
  ['90012-3308', 'Los Angeles, CA'],
  ['St. Louis', 'Saint Louis, MO'],
  ['New York', 'New York, NY'],
  ['New York City', 'New York, NY'],
  ['Washington DC', 'Washington, DC'],
  ['Springfield, Ill', 'unknown'],
  ['Springfield Illinois', 'Springfield, IL'],
  ['West Hollywood', 'West Hollywood, CA'],
  ['W Hollywood', 'West Hollywood, CA'],
  ['San Juan PR', 'San Juan, PR'],
])('%s is %s', (asked, place) => expect(nameOf(asked)).toBe(place))

test('a ZIP code is its own point, not the middle of its town', () => {
  const [zip, town] = [find('90012'), find('Los Angeles')]
  if (zip.kind !== 'one' || town.kind !== 'one') throw new Error('both are known')
  expect(zip.place.zip).toBe('90012')
  expect(milesBetween(zip.place, town.place)).toBeGreaterThan(0)
})

test('Springfield is asked about, largest first, each with its state', () => {
  const found = find('Springfield')
  if (found.kind !== 'several') throw new Error('there are many')
  expect(found.places.length).toBeGreaterThan(20)
  expect(found.places.slice(0, 3).map(({ state }) => state)).toEqual(['IL', 'MA', 'MO'])
})

test('a city is not asked about for the sake of villages of its name, but they are offered', () => {
  const found = find('Philadelphia')
  if (found.kind !== 'one') throw new Error('one is far larger')
  expect(found.place.state).toBe('PA')
  expect(found.others.length).toBeGreaterThan(0)
})

test('a state alone is a state', () => expect(find('california')).toEqual({ kind: 'state', state: 'CA' }))

test('a slip of the keyboard is answered with what may have been meant', () => {
  const found = find('Los Angelse')
  if (found.kind !== 'unknown') throw new Error('no such town')
  expect(found.close[0]).toMatchObject({ name: 'Los Angeles', state: 'CA' })
})

test.each(['00000', 'Zzyzxqqq', '???', 'constructor', '__proto__', '9001'])('%s is unknown', (asked) =>
  expect(find(asked).kind).toBe('unknown'),
)

test('nothing typed is nothing asked', () => expect(find('   ')).toEqual({ kind: 'nothing-asked' }))

test('whatever is typed, there is an answer', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (asked) => {
      expect(['nothing-asked', 'one', 'several', 'state', 'unknown']).toContain(find(asked).kind)
    }),
    { numRuns: 60 },
  )
})

test('every ZIP code and every town of the gazetteer lies on the earth, in the states and territories', () => {
  for (const { latitude, longitude } of gazetteer.byZip.values()) {
    expect(latitude > -15 && latitude < 72).toBe(true)
    expect(longitude > -180 && longitude < 172).toBe(true)
  }
  expect(gazetteer.byZip.size).toBeGreaterThan(41_000)
})

test('comparing names forgets case, accents and points, and nothing else', () => {
  expect(plain('  Cañon  City ')).toBe('canon city')
  expect(plain("Coeur d'Alene")).toBe('coeur dalene')
  fc.assert(fc.property(fc.string(), (text) => plain(plain(text)) === plain(text)))
})

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['abc', 'xbc', 1],
  ['los angeles', 'los angelse', 1],
  ['kitten', 'sitting', 3],
])('from %j to %j it is %i edits', (from, to, edits) => expect(editsBetween(from, to)).toBe(edits))

test('edits are the same both ways, none only between equals, never more than the longer word', () => {
  const word = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(word, word, (from, to) => {
      const edits = editsBetween(from, to)
      expect(edits).toBe(editsBetween(to, from))
      expect(edits === 0).toBe(from === to)
      expect(edits).toBeLessThanOrEqual(Math.max(from.length, to.length))
    }),
  )
})
