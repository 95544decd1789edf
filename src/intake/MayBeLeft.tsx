import { en as findEn } from '../find/words.en.ts'
import { es as findEs } from '../find/words.es.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { readHistory } from './intake.contract.ts'
import { en } from './words.nothing.en.ts'
import { es } from './words.nothing.es.ts'

const words = { en, es }
const find = { en: findEn, es: findEs }

/** What somebody asked for when they wrote about being reached, wherever their number stands; nothing where they said nothing. */
export function MayBeLeft({ personId }: { personId: string }) {
  const said = useWords(words)
  const { desk } = useWords(find)
  const { data } = useAsk(readHistory, { personId })
  const wrote = data?.cameBy.find((came) => came.wrote !== null)?.wrote
  if (!wrote || wrote.message === 'any') return null
  return (
    <p>
      {said.asked} <strong>{desk.messages[wrote.message]}</strong>
    </p>
  )
}
