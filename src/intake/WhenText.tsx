import type { Place } from '../platform/i18n/format.ts'
import { usePlace } from '../platform/i18n/LanguageProvider.tsx'
import type { When } from './when.ts'
import { whenSaid } from './whenSaid.ts'

/** A date as exact as it was said: a year stays a year. */
export const WhenText = ({ when }: { when: When }) => (
  <time dateTime={when}>{whenWords(when, usePlace())}</time>
)

export const whenWords = (when: When, { language }: Place): string => whenSaid(when, language)
