import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import type { PackNow } from './pack.contract.ts'
import { en } from './words.pack.en.ts'
import { es } from './words.pack.es.ts'

const words = { en, es }

/** Who decided what, when, and on which text: nothing of it is ever changed. */
export function PackPast({ pack: { decisions } }: { pack: PackNow }) {
  const said = useWords(words)
  const place = usePlace()
  if (decisions.length === 0) return null
  return (
    <Disclosure title={said.past}>
      <ol className="tl-pack-past">
        {decisions.map((one) => {
          const told = { name: one.by, day: formatDate(one.at, place, 'moment'), words: one.words }
          return (
            <li key={one.at}>
              <p>
                {fill(one.accepted ? said.pastAccepted : said.pastBack, { ...told, edition: one.edition })}
              </p>
              {one.accepted && (
                <p className="tl-quiet-words">
                  {said.textThen}: <span lang={one.language}>{one.words}</span>
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </Disclosure>
  )
}
