import type { Spelled } from '../access/signed.ts'
import { canonical } from '../kernel/canonical.ts'
import type { OverrideWish, Wish } from './clearance.ts'

interface Signed {
  readonly personId: string
  readonly id: string
  readonly language: 'en' | 'es'
  /** What was in view: rule by rule, with the facts it rests on. */
  readonly seen: readonly { readonly rule: string; readonly because: readonly string[] }[]
}

/** From the second version on what is signed is sealed: what says it is of the first may stand without a seal. */
const sealedFrom = 2

/** The text whose hash a signature names. Browser and server spell it alike, so that what is signed is what was shown. */
export const clearanceDocument = (about: Signed, wish: Wish, version = sealedFrom): string =>
  canonical({ document: 'clearance', version, ...about, ...wish })

export const overrideDocument = (about: Signed, wish: OverrideWish, version = sealedFrom): string =>
  canonical({ document: 'finding-override', version, ...about, ...wish })

type About = Omit<Signed, 'language'>

const inEach = (text: (language: Signed['language'], version: number) => string): Spelled => ({
  sealed: [text('en', sealedFrom), text('es', sealedFrom)],
  unsealed: [text('en', 1), text('es', 1)],
})

/** Every text that may have been signed, where the language it was shown in is not stored. */
export const clearanceSpelled = (about: About, wish: Wish): Spelled =>
  inEach((language, version) => clearanceDocument({ ...about, language }, wish, version))

export const overrideSpelled = (about: About, wish: OverrideWish): Spelled =>
  inEach((language, version) => overrideDocument({ ...about, language }, wish, version))
