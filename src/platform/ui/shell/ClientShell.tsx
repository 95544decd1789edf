import type { ReactNode } from 'react'
import { useWords } from '../../i18n/LanguageProvider.tsx'
import { en } from '../words.en.ts'
import { es } from '../words.es.ts'
import { Brand, Main, NavLinks, SkipLink } from './Frame.tsx'
import { LeaveQuickly } from './LeaveQuickly.tsx'

const words = { en, es }

export type ClientPlace = 'today' | 'thread' | 'help'

type Props = {
  links: Readonly<Record<ClientPlace, string>>
  current?: ClientPlace | undefined
  onLeave?: (() => void) | undefined
  /** Language, light, sign out: quiet, at the end of the page. */
  footer?: ReactNode
  children: ReactNode
}

const order: readonly ClientPlace[] = ['today', 'thread', 'help']

/** Phone first: the way out above, three places below, one thing at a time between. */
export function ClientShell({ links, current, onLeave, footer, children }: Props) {
  const { nav } = useWords(words)
  const places = order.map((place) => ({ href: links[place], words: nav[place], current: place === current }))
  return (
    <div className="tl-client">
      <SkipLink />
      <header className="tl-top">
        <Brand href={links.today} />
        <nav aria-label={nav.client} className="tl-nav tl-nav-client">
          <NavLinks places={places} />
        </nav>
        <LeaveQuickly onLeave={onLeave} />
      </header>
      <Main>{children}</Main>
      {footer && <footer className="tl-foot">{footer}</footer>}
    </div>
  )
}
