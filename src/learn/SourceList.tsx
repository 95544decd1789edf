import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatNumber, formatDate } from '../platform/i18n/format.ts'
import type { NumberedSource } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** Who says it, what kind of work it was, how many people, how sure, and its weak spot. */
export function SourceList({ sources }: { sources: readonly NumberedSource[] }) {
  return (
    <ol className="tl-sources">
      {sources.map((source) => (
        <li key={source.key} id={`source-${source.number}`} value={source.number}>
          <SourceLine source={source} />
        </li>
      ))}
    </ol>
  )
}

function SourceLine({ source }: { source: NumberedSource }) {
  const language = useLanguage()
  const { kinds, sure, people } = useWords(words).sources
  const facts = [
    kinds[source.kind],
    ...(source.people ? [people(formatNumber(source.people, language))] : []),
    sure[source.sure],
  ]
  return (
    <>
      <p className="tl-source-by">
        {source.by}
        {source.year && ` (${source.year})`}. <cite lang="en">{source.title}</cite>.
      </p>
      <p className="tl-source-facts">{facts.join(' · ')}</p>
      <p className="tl-source-limit">{source.limit[language]}</p>
    </>
  )
}

export function CheckedOn({ day }: { day: string }) {
  const language = useLanguage()
  const { checked } = useWords(words).sources
  return (
    <p className="tl-quiet-words">
      {checked}: <time dateTime={day}>{formatDate(Date.parse(day), { language, timeZone: 'UTC' })}</time>
    </p>
  )
}
