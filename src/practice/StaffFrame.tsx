import type { ComponentProps, ReactNode } from 'react'
import { useSignOut } from '../access/arrive.web.ts'
import { OwnerNotice } from '../access/OwnerNotice.tsx'
import { useLive } from '../platform/live/useLive.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { LanguageSwitch } from '../platform/ui/LanguageSwitch.tsx'
import { StaffShell } from '../platform/ui/shell/StaffShell.tsx'
import { ThemeSwitch } from '../platform/ui/ThemeSwitch.tsx'
import { DemoBar } from './DemoBar.tsx'
import { useHere } from './HereProvider.tsx'
import { staffPlaces, staffRoles } from './places.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  /** The place in the bar that is open. */
  current: string
  /** Whose record is open; the page then follows that person, and otherwise the whole practice. */
  person?: (ComponentProps<typeof StaffShell>['person'] & { id: string }) | undefined
  personPlaces?: ComponentProps<typeof StaffShell>['personPlaces']
  status?: ReactNode
  children: ReactNode
}

/** A staff page: the bar with the places this role may open, the demo's clock, whose record is open, and what is new, live. */
export function StaffFrame({ current, person, personPlaces, status, children }: Props) {
  const { practice, me, can } = useHere()
  const { places, roles } = useWords(words)
  const signOut = useSignOut()
  const practiceWide = can.includes('live.follow-practice') ? ({ practice: true } as const) : undefined
  useLive(person ? { personId: person.id } : practiceWide)
  return (
    <StaffShell
      home="/app"
      practice={practice.name}
      places={staffPlaces
        .filter(({ action }) => can.includes(action))
        .map(({ href, word }) => ({ href, words: places[word], current: href === current }))}
      member={{
        name: me.name,
        role: staffRoles
          .filter((role) => me.roles.includes(role))
          .map((role) => roles[role])
          .join(', '),
      }}
      person={person}
      onSignOut={() => void signOut()}
      personPlaces={personPlaces}
      settings={<Settings />}
      status={
        <>
          {practice.demo && <DemoBar />}
          {can.includes('account.by-owner') && <OwnerNotice />}
          {status}
        </>
      }
    >
      {children}
    </StaffShell>
  )
}

/** How it looks, and the pages that are about no one. */
function Settings() {
  const { foot } = useWords(words)
  const { can } = useHere()
  return (
    <>
      <LanguageSwitch />
      <ThemeSwitch />
      {(['rules', 'protocols'] as const).map(
        (page) =>
          can.includes(`${page}.read`) && (
            <LinkButton key={page} kind="link" size="small" href={`/app/${page}`}>
              {foot[page]}
            </LinkButton>
          ),
      )}
      <LinkButton kind="link" size="small" href="/account">
        {foot.account}
      </LinkButton>
    </>
  )
}
