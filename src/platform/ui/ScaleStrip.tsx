import { useId } from 'react'
import { arrowsOnlyMove } from './arrows.web.ts'
import './pick.css'
import { FieldError, type FieldWords } from './Field.tsx'

type Props = FieldWords & {
  value: number | undefined
  onChange: (value: number) => void
  low: string
  high: string
  /** 0 to 10 unless told otherwise. */
  from?: number | undefined
  to?: number | undefined
  /** What was last recorded, drawn with a dashed ring; `lastWords` says when. */
  last?: number | undefined
  lastWords?: string | undefined
  size?: 'regular' | 'glove' | undefined
  /** Acted on at once: the arrows then only move, and Space or Enter is the press. */
  atOnce?: boolean | undefined
}

/** A row of numbers with words at both ends; none is chosen until one is pressed. */
export function ScaleStrip({ label, hint, error, id: given, value, onChange, low, high, ...rest }: Props) {
  const { from = 0, to = 10, lastWords } = rest
  const made = useId()
  const id = given ?? made
  const described = [hint && `${id}-hint`, `${id}-ends`, lastWords && `${id}-last`, error && `${id}-error`]
  return (
    <fieldset
      className="tl-scale"
      id={id}
      tabIndex={-1}
      aria-describedby={described.filter(Boolean).join(' ')}
    >
      <legend className="tl-label">{label}</legend>
      {hint && (
        <p className="tl-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <NumberRow id={id} value={value} onChange={onChange} {...rest} />
      <p className="tl-scale-ends" id={`${id}-ends`}>
        <span>
          {from} = {low}
        </span>
        <span>
          {to} = {high}
        </span>
      </p>
      {lastWords && (
        <p className="tl-hint" id={`${id}-last`}>
          {lastWords}
        </p>
      )}
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

type RowProps = Pick<Props, 'value' | 'onChange' | 'from' | 'to' | 'last' | 'size' | 'atOnce'> & {
  id: string
}

function NumberRow({ id, value, onChange, from = 0, to = 10, last, size = 'regular', atOnce }: RowProps) {
  const numbers = Array.from({ length: to - from + 1 }, (_, step) => from + step)
  return (
    <div className={`tl-scale-row tl-scale-${size}`}>
      {numbers.map((number) => (
        <label key={number} className={number === last ? 'tl-scale-last' : undefined}>
          <input
            type="radio"
            name={id}
            value={number}
            checked={number === value}
            onChange={() => onChange(number)}
            onKeyDown={atOnce ? arrowsOnlyMove : undefined}
          />
          <span>{number}</span>
        </label>
      ))}
    </div>
  )
}
