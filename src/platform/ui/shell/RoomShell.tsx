import { type ReactNode, useEffect } from 'react'
import { useWords } from '../../i18n/LanguageProvider.tsx'
import { rememberedTheme, showTheme, type Theme } from '../theme.web.ts'
import { en } from '../words.en.ts'
import { es } from '../words.es.ts'
import { Main, SkipLink } from './Frame.tsx'

const words = { en, es }

type Props = {
  /** Left of the bar: who lies here, in the fewest words that keep two people apart. */
  person: ReactNode
  /** Beside it, when there is something to say: the network. */
  status?: ReactNode
  /** Right of the bar: the emergency card. */
  emergency?: ReactNode
  /** The strip along the bottom: the expected course. */
  foot?: ReactNode
  theme?: Theme | undefined
  children: ReactNode
}

/** The session room: nothing but the room. Low light unless told otherwise; targets for gloves and the dark. */
export function RoomShell({ status, person, emergency, foot, theme = 'low', children }: Props) {
  const { nav } = useWords(words)
  useEffect(() => {
    showTheme(theme)
    return () => showTheme(rememberedTheme())
  }, [theme])
  return (
    <div className="tl-room" data-theme={theme}>
      <SkipLink />
      <header className="tl-room-bar" aria-label={nav.session}>
        <h1 className="tl-room-person">{person}</h1>
        <div className="tl-room-status">{status}</div>
        {emergency}
      </header>
      <Main>{children}</Main>
      {foot && <footer className="tl-room-foot">{foot}</footer>}
    </div>
  )
}
