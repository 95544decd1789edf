import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Nothing is lost: the page, what was chosen and what was said stay. */
export function StopHere() {
  const { read } = useWords(words)
  return (
    <LinkButton kind="link" href="/me">
      {read.stopHere}
    </LinkButton>
  )
}
