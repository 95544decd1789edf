import { arrowsOnlyMove } from './arrows.web.ts'
import { useId } from 'react'
import './choice.css'

export type ChoiceOption<Value extends string> = { value: Value; words: string; lang?: string | undefined }

type Props<Value extends string> = {
  label: string
  hideLabel?: boolean | undefined
  options: readonly ChoiceOption<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
  size?: 'regular' | 'glove' | undefined
  /** Acted on at once: the arrows then only move, and Space or Enter is the press. */
  atOnce?: boolean | undefined
}

/** A segmented control: a few short answers side by side, of which one holds. */
export function Choice<Value extends string>({
  label,
  hideLabel,
  options,
  value,
  onChange,
  size,
  atOnce,
}: Props<Value>) {
  const name = useId()
  return (
    <fieldset className="tl-choice">
      <legend className={hideLabel ? 'tl-sr' : 'tl-label'}>{label}</legend>
      <span className={size === 'glove' ? 'tl-choice-row tl-choice-glove' : 'tl-choice-row'}>
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              onKeyDown={atOnce ? arrowsOnlyMove : undefined}
            />
            <span className="tl-choice-words">{option.words}</span>
          </label>
        ))}
      </span>
    </fieldset>
  )
}
