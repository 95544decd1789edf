import { fill } from '../platform/i18n/fill.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

export type Handed = { count: number; to: string }

/** What was waiting and went to somebody, because the team changed. */
export function HandedLine({ handed }: { handed: Handed | null }) {
  const { team: said } = useWords(words)
  const language = useLanguage()
  return <output>{handed && fill(plural(language, handed.count, said.handed), { name: handed.to })}</output>
}
