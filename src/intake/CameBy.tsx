import { en as findEn } from '../find/words.en.ts'
import { es as findEs } from '../find/words.es.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { HistoryRead } from './HistoryPart.tsx'
import { whenWords } from './WhenText.tsx'
import { en } from './words.nothing.en.ts'
import { es } from './words.nothing.es.ts'

const words = { en, es }
const find = { en: findEn, es: findEs }

type Came = HistoryRead['cameBy'][number]

/** How they came without a file: when, by whose hand, and what they asked for about being reached. */
export function CameBy({ cameBy }: { cameBy: readonly Came[] }) {
  const said = useWords(words)
  if (cameBy.length === 0) return null
  return (
    <section className="tl-intake-part">
      <h2>{said.came}</h2>
      {cameBy.map((one) => (
        <One key={one.id} came={one} />
      ))}
    </section>
  )
}

function One({ came: { at, by, told, wrote } }: { came: Came }) {
  const said = useWords(words)
  const place = usePlace()
  const date = (moment: number) => formatDate(moment, place, 'date')
  const what = [told.name, whenWords(told.birthDate, place), told.phone, told.email].filter(Boolean)
  return (
    <div>
      <p>
        {wrote
          ? fill(said.wrote, { day: date(wrote.at), on: date(at), name: by })
          : fill(said.byHand, { on: date(at), name: by })}
      </p>
      <p className="tl-quiet-words">{fill(said.took, { what: what.join(', ') })}</p>
      {wrote && <Reach wrote={wrote} />}
    </div>
  )
}

/** What may be left there stands beside the number, before anyone dials it. */
function Reach({ wrote }: { wrote: NonNullable<Came['wrote']> }) {
  const said = useWords(words)
  const { desk } = useWords(find)
  return (
    <>
      <p>
        {desk.reachBy[wrote.reachBy]}: <strong translate="no">{wrote.contact}</strong>.{' '}
        <strong>{desk.messages[wrote.message]}</strong>
      </p>
      {wrote.enquiryId && <a href={`/app/enquiries/${wrote.enquiryId}`}>{said.read}</a>}
    </>
  )
}
