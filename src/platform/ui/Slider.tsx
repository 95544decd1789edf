import { useId, useLayoutEffect, useRef } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Label, Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components/Slider'
import { useLanguage, useWords } from '../i18n/LanguageProvider.tsx'
import { fill } from '../i18n/fill.ts'
import { localeOf } from '../i18n/language.ts'
import './slider.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  label: string
  hint?: string | undefined
  /** Nothing until the person has placed it: the middle is not an answer. */
  value: number | undefined
  onChange: (value: number) => void
  low: string
  high: string
  /** Where it was placed last time, shown only when the person may see it. */
  last?: number | undefined
  lastWords?: string | undefined
}

const middle = 50

/** A belief's rating, 0 to 100. Arrow keys move by one, Page keys by ten, Home and End to the ends. */
export function Slider({ label, hint, value, onChange, low, high, last, lastWords }: Props) {
  const own = useWords(words).slider
  const language = useLanguage()
  const id = useId()
  const spoken = value === undefined ? own.untouched : fill(own.at, { value })
  const described = [hint && `${id}-hint`, `${id}-ends`, lastWords && `${id}-last`].filter(Boolean).join(' ')
  return (
    <I18nProvider locale={localeOf(language)}>
      <AriaSlider
        className={value === undefined ? 'tl-slider tl-slider-untouched' : 'tl-slider'}
        value={value ?? middle}
        minValue={0}
        maxValue={100}
        onChange={onChange}
      >
        <Label className="tl-label">{label}</Label>
        {hint && (
          <p className="tl-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <Rail value={value} last={last} onChange={onChange} spoken={spoken} described={described} />
        <p className="tl-scale-ends" id={`${id}-ends`}>
          <span>{low}</span>
          <span>{high}</span>
        </p>
        <p className="tl-slider-now">
          <strong aria-hidden="true">{spoken}</strong> <span id={`${id}-last`}>{lastWords}</span>
        </p>
      </AriaSlider>
    </I18nProvider>
  )
}

type RailProps = Pick<Props, 'value' | 'last' | 'onChange'> & { spoken: string; described: string }

function Rail({ value, last, onChange, spoken, described }: RailProps) {
  const input = useRef<HTMLInputElement>(null)
  const isPlaced = useRef(false)
  useLayoutEffect(() => {
    isPlaced.current = value !== undefined
    // React Aria says the middle's number while nothing is placed; what is true must be heard instead.
    input.current?.setAttribute('aria-valuetext', spoken)
  })
  // A press on the mark itself, or Enter, means the middle; React Aria sees no change in that and stays silent.
  const placeInTheMiddle = () => {
    if (!isPlaced.current) onChange(middle)
  }
  const onKeyDown = ({ key }: { key: string }) => {
    if (key === ' ' || key === 'Enter') placeInTheMiddle()
  }
  return (
    <SliderTrack className="tl-slider-track" onPointerUp={placeInTheMiddle}>
      <svg className="tl-slider-rail" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <line className="tl-slider-open" x1="0" x2="100" y1="5" y2="5" />
        {value !== undefined && <line className="tl-slider-drawn" x1="0" x2={value} y1="5" y2="5" />}
        {last !== undefined && <line className="tl-slider-last" x1={last} x2={last} y1="0" y2="10" />}
      </svg>
      <SliderThumb
        className="tl-slider-thumb"
        inputRef={input}
        onKeyDown={onKeyDown}
        aria-describedby={described}
      />
    </SliderTrack>
  )
}
