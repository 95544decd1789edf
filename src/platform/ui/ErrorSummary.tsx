import { type MouseEvent, useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../i18n/LanguageProvider.tsx'
import { plural } from '../i18n/plural.ts'
import './field.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** `id` is the field's id; `error` the same sentence as beside the field. */
export type FormError = { readonly id: string; readonly error: string }

const goTo = (id: string) => (event: MouseEvent) => {
  event.preventDefault()
  document.getElementById(id)?.focus()
}

/** Takes the focus each time a form is handed in with errors: pass a new `errors` array each time. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const { summary } = useWords(words)
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) place.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="tl-summary" role="alert" tabIndex={-1} ref={place}>
      <h2>{plural(language, errors.length, summary)}</h2>
      <ul>
        {errors.map(({ id, error }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={goTo(id)}>
              {error}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
