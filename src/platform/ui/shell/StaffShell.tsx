import { type ReactNode, useId, useRef, useState } from 'react'
import { useWords } from '../../i18n/LanguageProvider.tsx'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { en } from '../words.en.ts'
import { es } from '../words.es.ts'
import { useClosing } from './closing.web.ts'
import { Brand, Main, type NavPlace, NavLinks, SkipLink } from './Frame.tsx'

const words = { en, es }

type Props = {
  home: string
  practice: string
  /** What this role may open; asked of the policy, never worked out here. */
  places: readonly NavPlace[]
  /** Name and role of whoever is signed in. */
  member: { name: string; role: string }
  /** Whose record is open: name first, then what keeps two people apart. */
  person?: { name: string; detail: ReactNode; href?: string | undefined } | undefined
  /** Places within that record. */
  personPlaces?: readonly NavPlace[] | undefined
  onSignOut?: (() => void) | undefined
  /** Light and language. */
  settings?: ReactNode
  /** The offline bar and the like. */
  status?: ReactNode
  children: ReactNode
}

export function StaffShell({ person, personPlaces, status, children, ...bar }: Props) {
  const { nav } = useWords(words)
  return (
    <div className="tl-staff">
      <SkipLink />
      {status}
      <StaffBar {...bar} />
      {person && (
        <section className="tl-person-bar" aria-label={nav.person}>
          <p className="tl-person-name">
            {person.href ? <a href={person.href}>{person.name}</a> : person.name}
          </p>
          <p className="tl-person-detail">{person.detail}</p>
          {personPlaces && (
            <nav aria-label={person.name} className="tl-nav">
              <NavLinks places={personPlaces} />
            </nav>
          )}
        </section>
      )}
      <Main>{children}</Main>
    </div>
  )
}

type BarProps = Omit<Props, 'person' | 'personPlaces' | 'status' | 'children'>

function StaffBar({ home, practice, places, member, onSignOut, settings }: BarProps) {
  const { nav } = useWords(words)
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <header className={open ? 'tl-top tl-top-staff tl-open' : 'tl-top tl-top-staff'}>
      <Brand href={home} />
      <span className="tl-practice">{practice}</span>
      <span className="tl-menu-button">
        <Button
          size="small"
          icon={<Icon name={open ? 'close' : 'menu'} />}
          expanded={open}
          controls={id}
          onPress={() => setOpen(!open)}
        >
          {nav.menu}
        </Button>
      </span>
      <div className="tl-menu" id={id}>
        <nav aria-label={nav.staff} className="tl-nav">
          <NavLinks places={places} />
        </nav>
        <Account member={member} settings={settings} onSignOut={onSignOut} />
      </div>
    </header>
  )
}

/** Who is signed in, and behind it what they rarely touch. */
function Account({ member, settings, onSignOut }: Pick<BarProps, 'member' | 'settings' | 'onSignOut'>) {
  const { nav } = useWords(words)
  const place = useRef<HTMLDetailsElement>(null)
  useClosing(place)
  return (
    <details className="tl-account" ref={place}>
      <summary>
        <span className="tl-member">
          <span className="tl-sr">{nav.signedInAs(member.role)}</span>
          <strong>{member.name}</strong>
          <span aria-hidden="true">{member.role}</span>
        </span>
        <Icon name="down" />
      </summary>
      <div className="tl-account-panel">
        {settings}
        {onSignOut && (
          <Button size="small" onPress={onSignOut}>
            {nav.signOut}
          </Button>
        )}
      </div>
    </details>
  )
}
