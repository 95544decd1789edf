import { Refusal } from '../access/Refusal.tsx'
import { whenWords } from '../intake/WhenText.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import './brought.css'
import { readEarlier, type Earlier } from './brought.contract.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }

/** What was brought in about the client, in words: where it comes from, who wrote it down, and no dose. */
export function OwnEarlier({ personId }: { personId: string }) {
  const said = useWords(words)
  const { data, error } = useAsk(readEarlier, { personId })
  if (error) return <Refusal refused={error} />
  if (!data || data.journeys.length === 0) return null
  return (
    <section className="tl-brought">
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      <ul>
        {data.journeys.map((journey) => (
          <One key={journey.id} journey={journey} />
        ))}
      </ul>
    </section>
  )
}

function One({
  journey: { givenOn, givenWhere, tolerated, source, byName, broughtAt },
}: {
  journey: Earlier
}) {
  const said = useWords(words)
  const place = usePlace()
  return (
    <li>
      <p>
        <strong>{fill(said.line, { when: whenWords(givenOn, place) })}</strong>
      </p>
      <p>
        {givenWhere === null ? said.whereUnknown : fill(said.where, { where: givenWhere })}{' '}
        {tolerated === null ? said.toleratedUnknown : said.tolerances[tolerated]}
      </p>
      <p className="tl-quiet-words">
        {said.sources[source]} {fill(said.by, { name: byName, at: formatDate(broughtAt, place, 'date') })}
      </p>
    </li>
  )
}
