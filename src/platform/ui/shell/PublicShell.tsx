import type { ReactNode } from 'react'
import { useWords } from '../../i18n/LanguageProvider.tsx'
import { en } from '../words.en.ts'
import { es } from '../words.es.ts'
import { Brand, Main, type NavPlace, NavLinks, SkipLink } from './Frame.tsx'
import { LeaveQuicklyLink } from './LeaveQuickly.tsx'

const words = { en, es }

type Props = {
  home: string
  places: readonly NavPlace[]
  /** The same page in the other language. */
  otherLanguage: { href: string; name: string; lang: string }
  children: ReactNode
  footer?: ReactNode
}

/** For pages drawn on the server and sent without a script of React: no effect, no handler, no state. */
export function PublicShell({ home, places, otherLanguage, children, footer }: Props) {
  const { nav } = useWords(words)
  return (
    <div className="tl-public">
      <SkipLink />
      <header className="tl-top tl-top-public">
        <Brand href={home} />
        <nav aria-label={nav.main} className="tl-nav">
          <NavLinks places={places} />
          <a
            className="tl-nav-language"
            href={otherLanguage.href}
            lang={otherLanguage.lang}
            hrefLang={otherLanguage.lang}
          >
            {otherLanguage.name}
          </a>
        </nav>
        <LeaveQuicklyLink />
      </header>
      <Main>{children}</Main>
      {footer && <footer className="tl-foot">{footer}</footer>}
    </div>
  )
}
