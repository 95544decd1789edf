import { type ReactNode, useId } from 'react'
import './pick.css'
import { FieldError } from './Field.tsx'

type Props = {
  children: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: string | undefined
  error?: string | undefined
  name?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
}

export function Checkbox({ children, checked, onChange, hint, error, name, id: given, disabled }: Props) {
  const made = useId()
  const id = given ?? made
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'tl-pick tl-pick-wrong' : 'tl-pick'}>
      <input
        type="checkbox"
        className="tl-box"
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{children}</label>
      {hint && (
        <p className="tl-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
    </div>
  )
}
