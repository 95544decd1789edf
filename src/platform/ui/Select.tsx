import { Field, type FieldWords } from './Field.tsx'
import { Icon } from './Icon.tsx'

export type SelectOption = { value: string; words: string; disabled?: boolean | undefined }

type Props = FieldWords & {
  options: readonly SelectOption[]
  value: string
  onChange: (value: string) => void
  /** The first, empty choice. Nothing is chosen for a person. */
  placeholder: string
  name?: string | undefined
  disabled?: boolean | undefined
}

/** The browser's own list: it opens as the phone's wheel, follows the reader's font size, and weighs nothing. */
export const Select = ({
  label,
  hint,
  error,
  optional,
  id,
  options,
  value,
  onChange,
  placeholder,
  ...rest
}: Props) => (
  <Field label={label} hint={hint} error={error} optional={optional} id={id}>
    {(wiring) => (
      <span className="tl-affix tl-select">
        <select
          {...rest}
          className="tl-input"
          id={wiring.id}
          value={value}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{placeholder}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.words}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    )}
  </Field>
)
