import * as z from 'zod/mini'
import { access, feeItems, languages, needs, offers } from './listing.ts'
import { stateNames, type StateCode } from './states.ts'
import { line, lines } from '../platform/http/text.contract.ts'

const short = line(200)
const state = z.enum(Object.keys(stateNames) as [StateCode, ...StateCode[]])
const inBoth = z.object({ en: lines(2000, 0), es: lines(2000, 0) })
const usd = z.int().check(z.minimum(0), z.maximum(100_000))

/** What the person says of themself. */
export const ownWords = {
  name: short,
  offers: z.array(z.enum(offers)).check(z.minLength(1)),
  about: inBoth,
  helpsWith: z.array(z.enum(needs)),
  languages: z.array(z.enum(languages)).check(z.minLength(1)),
  videoIn: z.array(state),
  licences: z.array(
    z.object({
      title: short,
      state,
      number: short,
      board: short,
      checkedOn: z.iso.date(),
      expiresOn: z.iso.date(),
    }),
  ),
  training: z.object({ en: short, es: short, year: z.int() }),
  fees: z.array(z.object({ item: z.enum(feeItems), count: z.int().check(z.minimum(1)), eachUsd: usd })),
  slidingScale: z.boolean(),
  access: z.array(z.enum(access)),
}

/** What one person shows of themself, as it is stored and as `--listings FILE` holds it. */
export const ProfileShape = z.object({
  ...ownWords,
  place: z.object({
    name: short,
    state,
    zip: z.string().check(z.regex(/^\d{5}$/)),
    latitude: z.number().check(z.minimum(-90), z.maximum(90)),
    longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  }),
  openings: z.object({ state: z.enum(['open', 'waiting-list', 'full']), asOf: z.iso.date() }),
  invented: z._default(z.boolean(), false),
})

export type Profile = z.output<typeof ProfileShape>

/** A file of listings: a list, or an object that holds one as `listings`. */
const FileListing = z.extend(ProfileShape, { id: short, practice: short })
export const ListingsFile = z.union([z.array(FileListing), z.object({ listings: z.array(FileListing) })])
