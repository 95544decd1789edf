import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { en } from './words.called.en.ts'
import { es } from './words.called.es.ts'

const words = { en, es }

/** An instrument's name in the language of whoever reads; letters such as PHQ-9, and a practice's own names, stay as they are. */
export function useCalled(): (name: string) => string {
  const called: Readonly<Record<string, string>> = useWords(words)
  return (name) => called[name] ?? name
}
