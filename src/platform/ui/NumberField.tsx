import { Field, type FieldWords } from './Field.tsx'

type Props = FieldWords & {
  /** As typed. The slice's rule reads it, so that "7O" is shown back as it was written, not as nothing. */
  value: string
  onChange: (value: string) => void
  /** Said after the number, on screen and aloud: mmHg, mg, minutes. */
  unit?: string | undefined
  decimals?: boolean | undefined
  /** The most characters a true value can have; sets the width too. */
  digits?: number | undefined
  /** Some write words here ("5 years ago"): they are shown whole, beside what is wrong with them, and not cut. */
  inWords?: boolean | undefined
  /** For gloves: 72 px high, large figures. */
  size?: 'regular' | 'glove' | undefined
  name?: string | undefined
  disabled?: boolean | undefined
}

const wordsAtMost = 40
const wordsShown = 20

/** A plain text field that opens the number keys: no arrows to brush against, no wheel to turn a pressure with. */
export function NumberField({ label, hint, error, optional, id, value, onChange, ...rest }: Props) {
  const { unit, decimals = false, digits = 4, inWords = false, size = 'regular', name, disabled } = rest
  const longest = inWords ? wordsAtMost : digits + 3
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <span className={`tl-affix tl-affix-${size}`}>
          <input
            className="tl-input tl-number"
            id={wiring.id}
            name={name}
            type="text"
            inputMode={decimals ? 'decimal' : 'numeric'}
            autoComplete="off"
            size={Math.max(digits, inWords ? Math.min(value.length, wordsShown) : 0) + 1}
            maxLength={longest}
            value={value}
            disabled={disabled}
            aria-describedby={
              [wiring.describedBy, unit && `${wiring.id}-unit`].filter(Boolean).join(' ') || undefined
            }
            aria-invalid={wiring.invalid}
            onChange={(event) => onChange(event.target.value)}
          />
          {unit && (
            <span className="tl-unit" id={`${wiring.id}-unit`}>
              {unit}
            </span>
          )}
        </span>
      )}
    </Field>
  )
}
