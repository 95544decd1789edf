import type { AskRefused } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Door } from './Door.tsx'
import { Refusal } from './Refusal.tsx'
import { en } from './words.door.en.ts'
import { es } from './words.door.es.ts'

const words = { en, es }

/** A link that was used, is too old, or was cut on its way: said plainly, with the way on. */
export function LinkGone({ refused }: { refused: AskRefused }) {
  const own = useWords(words).link
  const gone = ['link-gone', 'malformed'].includes(refused.problem.kind)
  return (
    <Door>
      {gone ? (
        <>
          <h1>{own.gone}</h1>
          <p className="tl-lead">{own.goneNext}</p>
        </>
      ) : (
        <Refusal refused={refused} />
      )}
      <LinkButton href="/sign-in">{own.home}</LinkButton>
    </Door>
  )
}
