import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, isConfirmed, isVerified, wholeArcUsd, type Listing } from './listing.ts'
import { search, type Wanted } from './search.ts'

const today = '2026-11-23'
const losAngeles = { point: { latitude: 34.05, longitude: -118.24 }, state: 'CA' } as const
const near: Listing = {
  id: 'near',
  name: 'A. Near',
  practice: 'Demo',
  offers: ['therapy', 'sitting'],
  about: { en: '', es: '' },
  helpsWith: ['trauma'],
  languages: ['en', 'es'],
  place: { name: 'Pasadena', state: 'CA', zip: '91101', latitude: 34.14, longitude: -118.14 },
  videoIn: ['CA'],
  licences: [
    { title: 'LMFT', state: 'CA', number: '1', board: 'B', checkedOn: '2026-11-01', expiresOn: '2027-12-31' },
  ],
  training: { en: '', es: '', year: 2024 },
  openings: { state: 'open', asOf: '2026-11-20' },
  fees: [],
  slidingScale: true,
  access: [],
  invented: true,
}
const far: Listing = {
  ...near,
  id: 'far',
  name: 'B. Far',
  languages: ['en'],
  videoIn: [],
  slidingScale: false,
  place: { name: 'San Diego', state: 'CA', zip: '92101', latitude: 32.72, longitude: -117.17 },
}
const wanted: Wanted = { withinMiles: 50 }
const idsOf = (
  listings: readonly Listing[],
  wish: Wanted,
  here: Parameters<typeof search>[1]['here'] = losAngeles,
) => search(listings, { here, today }, wish).hits.map(({ listing }) => listing.id)

test('who is near comes first, and who is too far to drive is left out', () => {
  expect(idsOf([far, near], wanted)).toEqual(['near'])
  expect(idsOf([far, near], { withinMiles: 150 })).toEqual(['near', 'far'])
})

test('miles are shown from where the visitor looks', () => {
  const [hit] = search([near], { here: losAngeles, today }, wanted).hits
  expect(hit?.miles).toBeCloseTo(8.4, 0)
})

test('video reaches the whole state of the licence, and no other state', () => {
  const fresno = { point: { latitude: 36.74, longitude: -119.79 }, state: 'CA' } as const
  const reno = { point: { latitude: 39.53, longitude: -119.81 }, state: 'NV' } as const
  expect(search([near], { here: fresno, today }, wanted).hits[0]).toMatchObject({
    inPerson: false,
    byVideo: true,
  })
  expect(idsOf([near], wanted, reno)).toEqual([])
  const claimsNevada: Listing = { ...near, videoIn: ['CA', 'NV'] }
  expect(idsOf([claimsNevada], wanted, reno)).toEqual([])
})

test('each wish narrows', () => {
  const all = { withinMiles: 150 }
  expect(idsOf([near, far], { ...all, language: 'es' })).toEqual(['near'])
  expect(idsOf([near, far], { ...all, slidingScale: true })).toEqual(['near'])
  expect(idsOf([near, far], { ...all, byVideo: true })).toEqual(['near'])
  expect(idsOf([near, far], { ...all, need: 'spiritual' })).toEqual([])
})

test('when nobody is near, the nearest are named with their distance', () => {
  const seattle = { point: { latitude: 47.61, longitude: -122.33 }, state: 'WA' } as const
  const { hits, farther } = search([far, near], { here: seattle, today }, wanted)
  expect(hits).toEqual([])
  expect(farther.map(({ listing }) => listing.id)).toEqual(['near', 'far'])
})

test('a whole state finds its people, without pretending to know a distance', () => {
  const { hits } = search([far, near], { here: { state: 'CA' }, today }, wanted)
  expect(hits.map(({ listing, miles }) => [listing.id, miles])).toEqual([
    ['near', undefined],
    ['far', undefined],
  ])
})

test('an opening nobody has confirmed for a month is not an opening', () => {
  const old: Listing = { ...near, openings: { state: 'open', asOf: '2026-10-20' } }
  expect(idsOf([old], { ...wanted, openNow: true })).toEqual([])
  expect(idsOf([old], wanted)).toEqual(['near'])
  expect(isConfirmed({ state: 'open', asOf: '2026-10-24' }, today)).toBe(true)
  expect(isConfirmed({ state: 'open', asOf: '2026-11-24' }, today)).toBe(false)
})

test.each([
  ['looked up a year and a day ago', { checkedOn: '2025-11-22' }],
  ['expired', { expiresOn: '2026-11-22' }],
  ['looked up tomorrow', { checkedOn: '2026-11-24' }],
])('a licence %s lists nobody', (_what, change) => {
  const listing: Listing = { ...near, licences: near.licences.map((licence) => ({ ...licence, ...change })) }
  expect(isVerified(listing, today)).toBe(false)
  expect(idsOf([listing], wanted)).toEqual([])
})

test('the price of the whole arc is the sum of its parts', () => {
  const parts = fc.array(
    fc.record({ item: fc.constant('journey' as const), count: fc.nat(9), eachUsd: fc.nat(900) }),
  )
  fc.assert(
    fc.property(parts, parts, (a, b) => wholeArcUsd([...a, ...b]) === wholeArcUsd(a) + wholeArcUsd(b)),
  )
  expect(wholeArcUsd([{ item: 'preparation', count: 3, eachUsd: 180 }])).toBe(540)
})

test('a wish never adds anyone', () => {
  const places = fc.record({
    latitude: fc.double({ min: 32, max: 42, noNaN: true }),
    longitude: fc.double({ min: -124, max: -114, noNaN: true }),
    spanish: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(places, { maxLength: 8 }), fc.nat(400), (some, withinMiles) => {
      const listings = some.map(({ spanish, ...point }, index): Listing => {
        const languages = spanish ? (['en', 'es'] as const) : (['en'] as const)
        return { ...near, id: String(index), languages, place: { ...near.place, ...point } }
      })
      const without = new Set(idsOf(listings, { withinMiles }))
      expect(idsOf(listings, { withinMiles, language: 'es' }).every((id) => without.has(id))).toBe(true)
      const wider = new Set(idsOf(listings, { withinMiles: withinMiles + 50 }))
      expect([...without].every((id) => wider.has(id))).toBe(true)
    }),
  )
})

test.each([
  ['2024-02-28', '2024-03-01', 2],
  ['2025-12-31', '2026-01-01', 1],
  ['2026-03-01', '2026-02-28', -1],
])('from %s to %s it is %i days', (from, to, days) => expect(daysBetween(from, to)).toBe(days))
