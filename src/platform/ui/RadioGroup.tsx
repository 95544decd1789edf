import { arrowsOnlyMove } from './arrows.web.ts'
import { useId } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import './pick.css'
import { FieldError, type FieldWords } from './Field.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type RadioOption<Value extends string> = { value: Value; words: string; hint?: string | undefined }

type Props<Value extends string> = FieldWords & {
  options: readonly RadioOption<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
  name?: string | undefined
  /** Acted on at once: the arrows then only move, and Space or Enter is the press. */
  atOnce?: boolean | undefined
}

/** One of a list. Nothing is chosen beforehand. Arrow keys, names and numbers are the browser's own. */
export function RadioGroup<Value extends string>(props: Props<Value>) {
  const { label, hint, error, optional, id: given, options, value, onChange, name, atOnce } = props
  const made = useId()
  const id = given ?? made
  const { ifYouLike } = useWords(words)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="tl-radios" id={id} tabIndex={-1} aria-describedby={described || undefined}>
      <legend className="tl-label">
        {label} {optional && <span className="tl-optional">{ifYouLike}</span>}
      </legend>
      {hint && (
        <p className="tl-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {options.map((option) => (
        <label className="tl-radio" key={option.value}>
          <input
            type="radio"
            className="tl-dot"
            name={name ?? id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            onKeyDown={atOnce ? arrowsOnlyMove : undefined}
          />
          <span>
            {option.words}
            {option.hint && <span className="tl-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
