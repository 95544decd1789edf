import {
  feeItems,
  type Access,
  type FeeItem,
  type Language,
  type Listing,
  type Need,
  type Offer,
  type Openings,
} from './listing.ts'
import type { StateCode } from './states.ts'

/** Everything as it stands in the fields. */
export interface Typed {
  readonly name: string
  readonly offers: readonly Offer[]
  readonly aboutEn: string
  readonly aboutEs: string
  readonly helpsWith: readonly Need[]
  readonly languages: readonly Language[]
  readonly zip: string
  readonly videoIn: readonly StateCode[]
  readonly title: string
  readonly state: StateCode | ''
  readonly number: string
  readonly board: string
  readonly checkedOn: string
  readonly expiresOn: string
  readonly trainingEn: string
  readonly trainingEs: string
  readonly trainingYear: string
  readonly openings: Openings['state'] | ''
  readonly fees: Readonly<Record<FeeItem, { readonly count: string; readonly each: string }>>
  readonly slidingScale: boolean
  readonly access: readonly Access[]
  /** That the person agreed to each word that will be shown. */
  readonly agreed: boolean
}

const noFee = { count: '', each: '' }

export const blank: Typed = {
  name: '',
  offers: [],
  aboutEn: '',
  aboutEs: '',
  helpsWith: [],
  languages: [],
  zip: '',
  videoIn: [],
  title: '',
  state: '',
  number: '',
  board: '',
  checkedOn: '',
  expiresOn: '',
  trainingEn: '',
  trainingEs: '',
  trainingYear: '',
  openings: '',
  fees: Object.fromEntries(feeItems.map((item) => [item, noFee])) as Typed['fees'],
  slidingScale: false,
  access: [],
  agreed: false,
}

export type Lacking = keyof Typed | `fee-${FeeItem}`

/** What is not there yet or cannot be read, in the order of the fields. */
export function lackingIn(typed: Typed): Lacking[] {
  const texts = [
    'name',
    'aboutEn',
    'aboutEs',
    'title',
    'state',
    'number',
    'board',
    'checkedOn',
    'expiresOn',
  ] as const
  const more = ['trainingEn', 'trainingEs', 'openings'] as const
  return [
    ...[...texts, ...more].filter((name) => typed[name].trim() === ''),
    ...(['offers', 'languages'] as const).filter((name) => typed[name].length === 0),
    ...(/^\d{5}$/.test(typed.zip.trim()) ? [] : (['zip'] as const)),
    ...(/^(19|20)\d\d$/.test(typed.trainingYear.trim()) ? [] : (['trainingYear'] as const)),
    ...feeItems.filter((item) => !isFee(typed.fees[item])).map((item) => `fee-${item}` as const),
    ...(typed.agreed ? [] : (['agreed'] as const)),
  ]
}

const whole = /^\d{1,6}$/

/** Both of a row are filled, or neither. */
const isFee = ({ count, each }: { count: string; each: string }): boolean =>
  (count.trim() === '' && each.trim() === '') ||
  (whole.test(count.trim()) && Number(count) > 0 && whole.test(each.trim()))

/** Of fields in which nothing is lacking. The place is its ZIP code, and openings are confirmed by saving. */
export function profileOf(typed: Typed) {
  const { state, openings } = typed
  if (state === '' || openings === '') throw new Error('asked before everything was filled in')
  return {
    name: typed.name.trim(),
    offers: [...typed.offers],
    about: { en: typed.aboutEn.trim(), es: typed.aboutEs.trim() },
    helpsWith: [...typed.helpsWith],
    languages: [...typed.languages],
    zip: typed.zip.trim(),
    videoIn: [...typed.videoIn],
    licences: [
      {
        title: typed.title.trim(),
        state,
        number: typed.number.trim(),
        board: typed.board.trim(),
        checkedOn: typed.checkedOn,
        expiresOn: typed.expiresOn,
      },
    ],
    training: {
      en: typed.trainingEn.trim(),
      es: typed.trainingEs.trim(),
      year: Number(typed.trainingYear),
    },
    openings,
    fees: feeItems
      .map((item) => ({
        item,
        count: Number(typed.fees[item].count),
        eachUsd: Number(typed.fees[item].each),
      }))
      .filter(({ count }) => count > 0),
    slidingScale: typed.slidingScale,
    access: [...typed.access],
  }
}

export type DeskProfile = ReturnType<typeof profileOf>

/** What is shown now, back in the fields. The leave is asked anew: it is for these words. */
export function typedOf(profile: Omit<Listing, 'id' | 'practice'>): Typed {
  const [licence] = profile.licences
  return {
    ...blank,
    name: profile.name,
    offers: profile.offers,
    aboutEn: profile.about.en,
    aboutEs: profile.about.es,
    helpsWith: profile.helpsWith,
    languages: profile.languages,
    zip: profile.place.zip,
    videoIn: profile.videoIn,
    ...licence,
    trainingEn: profile.training.en,
    trainingEs: profile.training.es,
    trainingYear: String(profile.training.year),
    openings: profile.openings.state,
    fees: {
      ...blank.fees,
      ...Object.fromEntries(
        profile.fees.map(({ item, count, eachUsd }) => [
          item,
          { count: String(count), each: String(eachUsd) },
        ]),
      ),
    },
    slidingScale: profile.slidingScale,
    access: profile.access,
  }
}
