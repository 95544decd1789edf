import * as z from 'zod/mini'
import { gazetteer } from '../../find/find.content.ts'
import { shownListings } from '../../find/find.queries.ts'
import { ListingsFile } from '../../find/listing.contract.ts'
import { languages, needs, wholeArcUsd, type Listing } from '../../find/listing.ts'
import { findPlace, type Found } from '../../find/place.ts'
import { search, usualRadiusMiles, type Hit, type Results } from '../../find/search.ts'
import { isoOf } from '../../kernel/instant.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import { openDb } from '../../platform/db/db.ts'
import { lookAsVisitor } from '../../platform/http/look.ts'
import { dataOption, settings } from '../settings.ts'
import { textIn } from './file.ts'
import { workingAddress } from './member.ts'
import { Misused, type Asked, type CliCommand } from './command.ts'

/** What was found for a place: who, or what to ask instead. */
interface Answered {
  readonly near: Found
  readonly results: readonly object[]
  readonly farther: readonly object[]
}

export const findCommand: CliCommand = {
  takes: ['PLACE'],
  options: {
    listings: {
      type: 'string',
      value: 'FILE',
      words: 'Look in this file of listings instead of the database',
    },
    within: { type: 'string', value: 'MILES', words: `How far away at most (${usualRadiusMiles})` },
    language: { type: 'string', value: 'LANGUAGE', words: `Who speaks it: ${languages.join(' or ')}` },
    need: { type: 'string', value: 'NEED', words: `Who has experience with it: ${needs.join(', ')}` },
    video: { type: 'boolean', words: 'Talks by video, where licensed in the state of the place' },
    sliding: { type: 'boolean', words: 'Price by income' },
    open: { type: 'boolean', words: 'Openings confirmed within the last month' },
    on: { type: 'string', value: 'DAY', words: 'As of this day, such as 2026-11-23 (today)' },
    data: dataOption,
  },
  about: `
Finds the listed people near a town or a ZIP code of the United States, nearest first, with the miles in a straight
line and the price of the whole course. A name that many towns bear prints the towns, and a place nobody knows those
that are spelled almost so; both exit with 1, as does finding nobody. With --listings it needs no database.`,
  async run(asked) {
    const { place, wanted, today } = wishIn(asked)
    const near = findPlace(await gazetteer(), place)
    const results = resultsFor(near, await listingsFor(asked), { wanted, today })
    const shown = (hits: readonly Hit[]) => hits.map(entryOf)
    const json: Answered = { near, results: shown(results.hits), farther: shown(results.farther) }
    return { exit: results.hits.length > 0 ? 0 : 1, json }
  },
}

function wishIn(asked: Asked) {
  const [place = ''] = asked.given
  const withinMiles = Number(asked.option('within') ?? usualRadiusMiles)
  if (!(withinMiles > 0)) throw new Misused('--within takes a number of miles.')
  const today = asked.option('on') ?? isoOf(Date.now()).slice(0, 10)
  if (!z.safeParse(z.iso.date(), today).success) throw new Misused('--on takes a day such as 2026-11-23.')
  const wanted = {
    withinMiles,
    language: oneOf(asked, 'language', languages),
    need: oneOf(asked, 'need', needs),
    byVideo: asked.flag('video'),
    slidingScale: asked.flag('sliding'),
    openNow: asked.flag('open'),
  }
  return { place, wanted, today }
}

function oneOf<Name extends string>(asked: Asked, option: string, names: readonly Name[]): Name | undefined {
  const typed = asked.option(option)
  const name = names.find((known) => known === typed)
  if (typed !== undefined && !name) throw new Misused(`--${option} takes one of: ${names.join(', ')}.`)
  return name
}

function resultsFor(
  near: Found,
  listings: readonly Listing[],
  { wanted, today }: Pick<ReturnType<typeof wishIn>, 'wanted' | 'today'>,
): Results {
  if (near.kind === 'one')
    return search(listings, { here: { point: near.place, state: near.place.state }, today }, wanted)
  if (near.kind === 'state') return search(listings, { here: { state: near.state }, today }, wanted)
  return { hits: [], farther: [] }
}

async function listingsFor(asked: Asked): Promise<readonly Listing[]> {
  const file = asked.option('listings')
  return file === undefined ? listingsInDatabase(asked) : listingsIn(file)
}

async function listingsIn(file: string): Promise<readonly Listing[]> {
  const text = await textIn(file, { kind: 'listings', mostBytes: 32_000_000 })
  const parsed = z.safeParse(ListingsFile, jsonIn(text, file))
  if (!parsed.success)
    throw new CannotRun('listings-file', `${file} is not a file of listings.`, parsed.error)
  return Array.isArray(parsed.data) ? parsed.data : parsed.data.listings
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CannotRun('listings-file', `${file} is not JSON.`, cause)
  }
}

async function listingsInDatabase(asked: Asked): Promise<readonly Listing[]> {
  const db = openDb(await workingAddress(settings(asked.option('data'))), 1)
  try {
    return await lookAsVisitor({ db }, shownListings)
  } finally {
    await db.destroy()
  }
}

const entryOf = ({ listing, miles, inPerson, byVideo }: Hit) => ({
  id: listing.id,
  name: listing.name,
  practice: listing.practice,
  place: `${listing.place.name}, ${listing.place.state}`,
  ...(miles !== undefined && { miles: Math.round(miles * 10) / 10 }),
  inPerson,
  byVideo,
  openings: listing.openings,
  wholeArcUsd: wholeArcUsd(listing.fees),
  languages: listing.languages,
  licences: listing.licences,
})
