import { fill } from '../platform/i18n/fill.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { DetailPart, Details } from '../person/details.ts'
import { whenWords } from './WhenText.tsx'
import { en as intakeEn } from './words.en.ts'
import { es as intakeEs } from './words.es.ts'
import { en } from './words.details.en.ts'
import { es } from './words.details.es.ts'

const words = { en, es }
const intake = { en: intakeEn, es: intakeEs }

/** A part as it is read: a day, a language and a time zone in words, nothing as "not known". */
export function usePartWords() {
  const said = useWords(words)
  const { facts } = useWords(intake)
  const place = usePlace()
  const codes: Readonly<Partial<Record<DetailPart, Readonly<Record<string, string>>>>> = {
    gender: facts.genders,
    language: facts.languages,
  }
  return (part: DetailPart, value: string | null): string => {
    if (value === null || value === '') return said.nothing
    if (part === 'birthDate') return whenWords(value, place)
    if (part === 'timeZone') return value.replaceAll('_', ' ')
    return codes[part]?.[value] ?? value
  }
}

type Props = { parts: readonly DetailPart[]; was: Details; now: Details; error: string | undefined }

/** Each change, before it is made. */
export function DetailsChanges({ parts, was, now, error }: Props) {
  const said = useWords(words)
  const read = usePartWords()
  return (
    <section aria-live="polite">
      <h3>{said.changes}</h3>
      {parts.length === 0 && <p className="tl-quiet-words">{said.same}</p>}
      <ul>
        {parts.map((part) => (
          <li key={part}>
            {fill(said.change, {
              part: said.parts[part],
              was: read(part, was[part]),
              now: read(part, now[part]),
            })}
          </li>
        ))}
      </ul>
      {error && <p role="alert">{error}</p>}
    </section>
  )
}
