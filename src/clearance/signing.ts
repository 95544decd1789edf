import { canonical } from '../kernel/canonical.ts'
import type { OverrideWish, Wish } from './clearance.ts'

interface Signed {
  readonly personId: string
  readonly id: string
  readonly language: 'en' | 'es'
  /** What was in view: rule by rule, with the facts it rests on. */
  readonly seen: readonly { readonly rule: string; readonly because: readonly string[] }[]
}

/** The text whose hash a signature names. Browser and server spell it alike, so that what is signed is what was shown. */
export const clearanceDocument = (about: Signed, wish: Wish): string =>
  canonical({ document: 'clearance', version: 1, ...about, ...wish })

export const overrideDocument = (about: Signed, wish: OverrideWish): string =>
  canonical({ document: 'finding-override', version: 1, ...about, ...wish })
