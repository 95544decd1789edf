import type { ReactNode } from 'react'
import { useWords } from '../../i18n/LanguageProvider.tsx'
import { ThreadMark } from '../thread/ThreadMark.tsx'
import { en } from '../words.en.ts'
import { es } from '../words.es.ts'
import './shell.css'

const words = { en, es }

export const SkipLink = () => (
  <a className="tl-skip" href="#main">
    {useWords(words).skip}
  </a>
)

export function Brand({ href }: { href: string }) {
  const { brand, brandHome } = useWords(words)
  return (
    <a className="tl-brand" href={href} aria-label={brandHome}>
      <ThreadMark />
      <span>{brand}</span>
    </a>
  )
}

/** Focusable by script, so that a new page can be told from its beginning. */
export const Main = ({ children, className = '' }: { children: ReactNode; className?: string }) => (
  <main id="main" tabIndex={-1} className={`tl-main ${className}`.trim()}>
    {children}
  </main>
)

export type NavPlace = {
  href: string
  words: string
  current?: boolean | undefined
  /** How many things wait there; said in words by the place itself. */
  waiting?: string | undefined
}

export const NavLinks = ({ places }: { places: readonly NavPlace[] }) => (
  <ul className="tl-nav-list">
    {places.map(({ href, words: said, current, waiting }) => (
      <li key={href}>
        <a href={href} aria-current={current ? 'page' : undefined}>
          {said}
          {waiting && <span className="tl-nav-waiting">{waiting}</span>}
        </a>
      </li>
    ))}
  </ul>
)
