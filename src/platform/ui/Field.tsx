import { type ReactNode, useId } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import './field.css'
import { Mark } from './StatusMark.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type FieldWords = {
  label: string
  hint?: string | undefined
  /** What is wrong and how to mend it, in one sentence. */
  error?: string | undefined
  /** May be left empty; said beside the label. What must be filled is the rule and needs no sign. */
  optional?: boolean | undefined
  /** Given when an ErrorSummary points here. */
  id?: string | undefined
}

export type Wiring = { id: string; describedBy: string | undefined; invalid: true | undefined }

const said = (ids: (string | false | undefined | '')[]): string | undefined =>
  ids.filter(Boolean).join(' ') || undefined

type Props = FieldWords & { children: (wiring: Wiring) => ReactNode; after?: ReactNode }

/** Label above, hint under it, control, then what is wrong: the order in which they are read aloud. */
export function Field({ label, hint, error, optional, id: given, children, after }: Props) {
  const made = useId()
  const id = given ?? made
  const { ifYouLike } = useWords(words)
  const describedBy = said([hint && `${id}-hint`, error && `${id}-error`])
  return (
    <div className={error ? 'tl-field tl-field-wrong' : 'tl-field'}>
      <label className="tl-label" htmlFor={id}>
        {label} {optional && <span className="tl-optional">{ifYouLike}</span>}
      </label>
      {hint && (
        <p className="tl-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, describedBy, invalid: error ? true : undefined })}
      {after}
      <FieldError id={id} error={error} />
    </div>
  )
}

export const FieldError = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <p className="tl-error" id={`${id}-error`}>
      <Mark state="stop" />
      {error}
    </p>
  ) : null
