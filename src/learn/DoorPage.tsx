import type { ReactNode } from 'react'
import { LanguageProvider, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { PublicShell } from '../platform/ui/shell/PublicShell.tsx'
import { doorAddress, pageAddress } from './address.ts'
import './learn.css'
import type { DoorView } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { view: DoorView; current?: 'learn' | 'fit' | 'find' | undefined; children: ReactNode }

/** The frame of every page of the front door: three places, the other language, the way out, and where help is. */
export function DoorPage({ view, current, children }: Props) {
  return (
    <LanguageProvider language={view.language}>
      <Framed view={view} current={current}>
        {children}
      </Framed>
    </LanguageProvider>
  )
}

function Framed({ view: { language, path }, current, children }: Props) {
  const { nav, otherLanguage } = useWords(words)
  const other = language === 'en' ? 'es' : 'en'
  const places = (['learn', 'fit', 'find'] as const).map((place) => ({
    href: doorAddress(language, `/${place}`),
    words: nav[place],
    current: place === current,
  }))
  return (
    <PublicShell
      home={pageAddress(language, 'what')}
      places={places}
      otherLanguage={{ href: doorAddress(other, path), name: otherLanguage, lang: other }}
      footer={<Foot language={language} />}
    >
      {children}
      <HelpLine />
    </PublicShell>
  )
}

function Foot({ language }: { language: 'en' | 'es' }) {
  const { foot } = useWords(words)
  return (
    <div className="tl-door-foot">
      <div className="tl-door-foot-more">
        <p>{foot.notAdvice}</p>
        <ul>
          <li>
            <a href={pageAddress(language, 'privacy')}>{foot.privacy}</a>
          </li>
          <li>
            <a href={pageAddress(language, 'sources')}>{foot.sources}</a>
          </li>
          <li>
            <a href="/sign-in">{foot.signIn}</a>
          </li>
          <li>
            <button
              type="button"
              className="tl-button tl-link tl-small"
              hidden
              data-lamp={JSON.stringify(foot.lamp)}
            >
              <span className="tl-button-words">
                <Icon name="lamp" />
                <span data-lamp-words>{foot.lamp.dim}</span>
              </span>
            </button>
          </li>
        </ul>
      </div>
    </div>
  )
}

/** Where help is, and that nobody is watching. On every page, printed too. */
export function HelpLine() {
  const { help, foot } = useWords(words)
  return (
    <section className="tl-help-line" aria-label={help.title}>
      <p className="tl-help-title">{help.title}</p>
      <p>{help.say}</p>
      <ul className="tl-help-calls">
        <li>
          <a href="tel:988">{help.call}</a>
        </li>
        <li>
          <a href={help.textLink}>{help.text}</a>
        </li>
        <li>
          <a href="tel:911">{help.call911}</a>
        </li>
      </ul>
      <p>{foot.notWatched}</p>
    </section>
  )
}
