import type { ReactNode } from 'react'
import { useWords } from '../i18n/LanguageProvider.tsx'
import './disclosure.css'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  title: ReactNode
  /** A part of its page, found by its heading. */
  heading?: boolean | undefined
  children: ReactNode
  open?: boolean | undefined
  onToggle?: ((open: boolean) => void) | undefined
}

/** Closed until it is wanted. Works before any script has loaded. */
export function Disclosure({ title, heading = false, children, open, onToggle }: Props) {
  const { show, hide } = useWords(words).disclosure
  const Title = heading ? 'h2' : 'span'
  return (
    <details
      className="tl-more"
      open={open}
      onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
    >
      <summary>
        <Title className="tl-more-title">{title}</Title>
        <span className="tl-more-show" aria-hidden="true">
          {show}
        </span>
        <span className="tl-more-hide" aria-hidden="true">
          {hide}
        </span>
      </summary>
      <div className="tl-more-body">{children}</div>
    </details>
  )
}
