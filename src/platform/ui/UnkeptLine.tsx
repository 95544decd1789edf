import { useWords } from '../i18n/LanguageProvider.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Under a client's own words, before they are kept: leaving quickly leaves nothing of them behind (docs/decisions/0160). */
export function UnkeptLine() {
  const { leave } = useWords(words)
  return <p className="tl-quiet-words">{leave.unkept}</p>
}
