import type { Slug } from './slug.ts'

type Language = 'en' | 'es'

/** Addresses of the front door. English has none of its own, Spanish begins with `/es`; none says a word about health. */
export const doorAddress = (language: Language, path: string): string =>
  language === 'es' ? `/es${path}` : path

/** The page that opens the house is the first of its pages. */
export const pageAddress = (language: Language, slug: Slug | 'sources'): string =>
  doorAddress(language, slug === 'what' ? '/learn' : `/learn/${slug}`)
