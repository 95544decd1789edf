import type { ReactNode } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import './status.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type Status = 'met' | 'waiting' | 'stop'

const shapes = {
  met: (
    <>
      <circle className="tl-mark-fill" cx="12" cy="12" r="11" />
      <path className="tl-mark-cut" strokeWidth="2.4" d="M6.8 12.4l3.6 3.6 7-7.600" />
    </>
  ),
  waiting: (
    <>
      <path className="tl-mark-line" d="M12 1.500L22.500 12 12 22.500 1.500 12z" />
      <path className="tl-mark-line" d="M12 7v5.300l3.200 2" />
    </>
  ),
  stop: (
    <>
      <path className="tl-mark-fill" d="M7.400 1h9.200L23 7.400v9.200L16.600 23H7.400L1 16.600V7.400z" />
      <path className="tl-mark-cut" strokeWidth="3.2" d="M6.500 12h11" />
    </>
  ),
}

/** Three states, three shapes: disc and tick, open diamond and clock, octagon and bar. Never without its word. */
export const Mark = ({ state }: { state: Status }) => (
  <svg className={`tl-mark tl-icon tl-mark-${state}`} viewBox="0 0 24 24" aria-hidden="true">
    {shapes[state]}
  </svg>
)

export function StatusMark({ state, children }: { state: Status; children?: ReactNode }) {
  const { status } = useWords(words)
  return (
    <span className={`tl-status tl-mark-${state}`}>
      <Mark state={state} />
      <span>{children ?? status[state]}</span>
    </span>
  )
}
