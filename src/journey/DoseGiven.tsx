import { fill } from '../platform/i18n/fill.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { whenOf, type Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

/** What was given, plainly; and where no live release stood behind it, that too. */
export function DoseGiven({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const place = usePlace()
  return (
    <ul className="ready-doses">
      {ready.doses.map((dose) => (
        <li key={dose.id}>
          <p>
            <strong>{whenOf(dose.givenAt, ready.now, place)}</strong>{' '}
            {fill(own.amount, {
              mg: formatNumber(dose.labelMg, place.language, 2),
              salt: own.salts[dose.labelSalt],
            })}
            , {dose.givenByName}
          </p>
          {dose.deviation && <Notice state="stop">{own.deviation}</Notice>}
        </li>
      ))}
    </ul>
  )
}
