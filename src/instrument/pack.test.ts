import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultsInWording } from './ownWords.ts'
import { fromLibrary, libraryIds } from './library.content.ts'
import { packs } from './pack.content.ts'
import { hasPackWords, isPackHeld, withPack, type Pack } from './pack.ts'

const all = [...packs().values()]
const one = (id: string) => packs().get(id)!

test('there is a pack for each instrument that has a condition, and for no other', () => {
  const tierB = libraryIds().filter((id) => fromLibrary(id)!.tier === 'B')
  expect(all.map(({ instrument }) => instrument).toSorted()).toEqual(tierB)
})

describe.each(all.map((pack) => ({ id: pack.instrument, pack })))('$id', ({ id, pack }) => {
  const instrument = fromLibrary(id)!
  test('belongs to the instrument of today, and says its condition in both languages', () => {
    expect(pack.version).toBe(instrument.version)
    expect(pack.condition.en.length).toBeGreaterThan(80)
    expect(pack.condition.es.length).toBeGreaterThan(80)
  })
  test('has in each language either every word or a reason why not', () => {
    for (const language of ['en', 'es'] as const) {
      const wording = pack.languages[language]
      expect([language, wording !== undefined]).toEqual([language, pack.without[language] === undefined])
      expect([language, wording ? faultsInWording(instrument, wording) : []]).toEqual([language, []])
    }
  })
  test('stands in the licence file of the folder and among the sources', () => {
    const licences = readFileSync(
      new URL('../../content/instruments/packs/licence.md', import.meta.url),
      'utf8',
    )
    const sources = readFileSync(
      new URL('../../content/instruments/wording/SOURCES.md', import.meta.url),
      'utf8',
    )
    expect(licences).toContain(`| \`${id}.json\` |`)
    expect(sources).toContain(`### ${id}`)
  })
})

test('its words are no part of the instrument before they are put there, and only of the version they are made for', () => {
  const swls = fromLibrary('swls')!
  expect(swls.languages).toEqual({})
  expect(withPack(swls, one('swls')).languages.en?.items['1']).toContain('my life')
  expect(withPack({ ...swls, version: '9' }, one('swls')).languages).toEqual({})
  expect(withPack(swls, one('audit')).languages).toEqual({})
  expect(withPack(swls, undefined)).toBe(swls)
})

test('held is only what was accepted last, in the text of today; where there are no words there is nothing to hold', () => {
  const pack: Pack = { ...one('swls'), edition: 'b' }
  const decision = { instrumentId: 'swls', edition: 'b', accepted: true }
  expect(isPackHeld(pack, decision)).toBe(true)
  expect(isPackHeld(pack, { ...decision, edition: 'a' })).toBe(false)
  expect(isPackHeld(pack, { ...decision, accepted: false })).toBe(false)
  expect(isPackHeld(pack, undefined)).toBe(false)
  expect(all.filter(hasPackWords).map(({ instrument }) => instrument)).toEqual(['audit', 'swls'])
})
