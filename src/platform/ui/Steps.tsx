import { useWords } from '../i18n/LanguageProvider.tsx'
import { fill } from '../i18n/fill.ts'
import './steps.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  /** From 1. */
  step: number
  of: number
  title: string
}

const gap = 36

/** Where one is on a way of a few pages: what lies behind is drawn, what lies ahead is dotted. */
export function Steps({ step, of, title }: Props) {
  const said = fill(useWords(words).steps, { step, of })
  const here = 9 + (step - 1) * gap
  const end = 9 + (of - 1) * gap
  const ahead = Array.from({ length: Math.max(0, of - step) }, (_, place) => here + (place + 1) * gap)
  return (
    <header className="tl-steps">
      <p>{said}</p>
      <svg
        className="tl-steps-line"
        viewBox={`0 0 ${end + 9} 18`}
        width={end + 9}
        height="18"
        aria-hidden="true"
      >
        <path className="tl-steps-done" d={`M2 9H${here}`} />
        <path className="tl-steps-ahead" d={`M${here} 9H${end}`} />
        {ahead.map((x) => (
          <circle key={x} className="tl-steps-open" cx={x} cy="9" r="4" />
        ))}
        <circle className="tl-steps-here" cx={here} cy="9" r="7" />
      </svg>
      <h1>{title}</h1>
    </header>
  )
}
