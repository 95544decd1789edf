import { useId } from 'react'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { FieldError } from '../platform/ui/Field.tsx'

type Props<Value extends string> = {
  label: string
  all: readonly Value[]
  words: Readonly<Record<Value, string>>
  chosen: readonly Value[]
  error?: string | undefined
  onChange: (chosen: readonly Value[]) => void
}

/** Any of a few, in the order in which they are always shown. */
export function Several<Value extends string>({ label, all, words, chosen, error, onChange }: Props<Value>) {
  const id = useId()
  const change = (value: Value) => onChange(all.filter((each) => chosen.includes(each) !== (each === value)))
  return (
    <fieldset className="tl-several" aria-describedby={error && `${id}-error`}>
      <legend className="tl-label">{label}</legend>
      <FieldError id={id} error={error} />
      {all.map((value) => (
        <Checkbox key={value} checked={chosen.includes(value)} onChange={() => change(value)}>
          {words[value]}
        </Checkbox>
      ))}
    </fieldset>
  )
}
