import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import { isNeeded } from './gate.ts'
import type { Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

/**
 * The gates in the order of the reference, strung on one line. It is drawn as far as everything is met, breaks at the first
 * that is not, and is dotted beyond. The words are in the rows below, so the picture is not read aloud.
 */
export function ReadyLine({ ready }: { ready: Ready }) {
  const { shorts } = useWords(words)
  const gates = ready.gates.filter(isNeeded)
  const broken = gates.findIndex(({ state }) => state !== 'met')
  return (
    <ol className="ready-line" aria-hidden="true">
      {gates.map(({ id, state }, place) => (
        <li key={id} className={broken === -1 || place < broken ? 'ready-line-whole' : 'ready-line-open'}>
          <Mark state={state} />
          <span>{shorts[id]}</span>
        </li>
      ))}
    </ol>
  )
}
