import { Field, type FieldWords } from './Field.tsx'

type Props = FieldWords & {
  value: string
  onChange: (digits: string) => void
  length?: number | undefined
  name?: string | undefined
}

/** One field, not six boxes: it can be pasted into, filled by the phone, read aloud and mended. */
export const CodeField = ({ label, hint, error, id, value, onChange, length = 6, name }: Props) => (
  <Field label={label} hint={hint} error={error} id={id}>
    {(wiring) => (
      <input
        className="tl-input tl-code"
        id={wiring.id}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        size={length + 1}
        value={value}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, length))}
      />
    )}
  </Field>
)
