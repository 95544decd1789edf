import type { ChangeEvent, Ref } from 'react'
import { withOwnBreaks } from '../../kernel/text.ts'
import { Field, type FieldWords } from './Field.tsx'

type Writing<Element> = FieldWords & {
  name?: string | undefined
  value?: string | undefined
  defaultValue?: string | undefined
  onChange?: ((value: string) => void) | undefined
  onBlur?: (() => void) | undefined
  maxLength?: number | undefined
  required?: boolean | undefined
  readOnly?: boolean | undefined
  disabled?: boolean | undefined
  autoComplete?: string | undefined
  spellCheck?: boolean | undefined
  inputRef?: Ref<Element> | undefined
}

type TextFieldProps = Writing<HTMLInputElement> & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'date' | 'time' | 'datetime-local' | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | undefined
  pattern?: string | undefined
  min?: string | undefined
  max?: string | undefined
  autoCapitalize?: 'none' | 'words' | 'sentences' | 'characters' | undefined
}

export function TextField({ label, hint, error, optional, id, onChange, inputRef, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <input
          {...rest}
          className="tl-input"
          id={wiring.id}
          ref={inputRef}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          onChange={onChange && ((event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value))}
        />
      )}
    </Field>
  )
}

type TextAreaProps = Writing<HTMLTextAreaElement> & {
  rows?: number | undefined
  /** The client's own words are set in the serif, as they will be read back. */
  ownWords?: boolean | undefined
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  id,
  onChange,
  inputRef,
  ownWords,
  ...rest
}: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <textarea
          {...rest}
          className={ownWords ? 'tl-input tl-words-input' : 'tl-input'}
          id={wiring.id}
          ref={inputRef}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          onChange={
            onChange &&
            ((event: ChangeEvent<HTMLTextAreaElement>) => onChange(withOwnBreaks(event.target.value)))
          }
        />
      )}
    </Field>
  )
}
