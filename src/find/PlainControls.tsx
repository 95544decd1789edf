import type { ReactNode } from 'react'
import { Field, FieldError, type FieldWords } from '../platform/ui/Field.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import '../platform/ui/pick.css'

/** Controls of a form that is drawn once and sent as it stands: the browser keeps what was chosen, not a script. */
type SelectProps = FieldWords & {
  name: string
  value: string
  options: readonly { value: string; words: string }[]
}

export const PlainSelect = ({ name, value, options, ...field }: SelectProps) => (
  <Field {...field} id={field.id ?? name}>
    {({ id, describedBy }) => (
      <span className="tl-affix tl-select">
        <select className="tl-input" id={id} name={name} defaultValue={value} aria-describedby={describedBy}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.words}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    )}
  </Field>
)

export const PlainCheck = ({
  name,
  checked,
  children,
}: {
  name: string
  checked: boolean
  children: ReactNode
}) => (
  <div className="tl-pick">
    <input type="checkbox" className="tl-box" id={name} name={name} value="yes" defaultChecked={checked} />
    <label htmlFor={name}>{children}</label>
  </div>
)

type RadiosProps = {
  id: string
  label: string
  options: readonly { value: string; words: string }[]
  value: string | undefined
  error?: string | undefined
}

/** Nothing is chosen beforehand. */
export const PlainRadios = ({ id, label, options, value, error }: RadiosProps) => (
  <fieldset className="tl-radios" id={id} tabIndex={-1} aria-describedby={error && `${id}-error`}>
    <legend className="tl-label">{label}</legend>
    <FieldError id={id} error={error} />
    {options.map((option) => (
      <label className="tl-radio" key={option.value}>
        <input
          type="radio"
          className="tl-dot"
          name={id}
          value={option.value}
          defaultChecked={option.value === value}
        />
        <span>{option.words}</span>
      </label>
    ))}
  </fieldset>
)
