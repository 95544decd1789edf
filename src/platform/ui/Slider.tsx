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

/** A belief's rating, 0 to 100. Arrow keys move by one, Page keys by ten, Home and End to the ends. */
export function Slider({ label, hint, value, onChange, low, high, last, lastWords }: Props) {
  const own = useWords(words).slider
  const language = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const spoken = value === undefined ? own.untouched : fill(own.at, { value })
  const described = [hint && `${id}-hint`, `${id}-ends`, lastWords && `${id}-last`].filter(Boolean).join(' ')
  // React Aria says the middle's number while nothing is placed; what is true must be heard instead.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', spoken))
  return (
    <I18nProvider locale={localeOf(language)}>
      <AriaSlider
        className={value === undefined ? 'tl-slider tl-slider-untouched' : 'tl-slider'}
        value={value ?? 50}
        minValue={0}
        maxValue={100}
        onChange={onChange}
        onChangeEnd={onChange}
      >
        <Label className="tl-label">{label}</Label>
        {hint && (
          <p className="tl-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <SliderTrack className="tl-slider-track">
          <SliderRail value={value} last={last} />
          <SliderThumb className="tl-slider-thumb" inputRef={input} aria-describedby={described} />
        </SliderTrack>
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

const SliderRail = ({ value, last }: Pick<Props, 'value' | 'last'>) => (
  <svg className="tl-slider-rail" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <line className="tl-slider-open" x1="0" x2="100" y1="5" y2="5" />
    {value !== undefined && <line className="tl-slider-drawn" x1="0" x2={value} y1="5" y2="5" />}
    {last !== undefined && <line className="tl-slider-last" x1={last} x2={last} y1="0" y2="10" />}
  </svg>
)
