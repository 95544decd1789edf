import type { ReactNode } from 'react'
import { useSignOut } from '../access/arrive.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useLive } from '../platform/live/useLive.web.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { LanguageSwitch } from '../platform/ui/LanguageSwitch.tsx'
import { ClientShell, type ClientPlace } from '../platform/ui/shell/ClientShell.tsx'
import { ThemeSwitch } from '../platform/ui/ThemeSwitch.tsx'
import { clientLinks } from './clientLinks.ts'
import { useHere } from './HereProvider.tsx'
import { useWipe } from './useWipe.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { WhereDemo } from './WhereDemo.tsx'

const words = { en, es }

type Props = { current?: ClientPlace | undefined; children: ReactNode }

/** A page of the client's own: three places, the way out, and what is new, live. */
export function ClientFrame({ current, children }: Props) {
  const { me } = useHere()
  const signOut = useSignOut()
  const { foot } = useWords(words)
  const wipe = useWipe()
  useLive(me.personId === null ? undefined : { personId: me.personId })
  return (
    <ClientShell
      links={clientLinks}
      current={current}
      onLeave={wipe}
      footer={
        <>
          <div className="tl-row">
            <LanguageSwitch />
            <ThemeSwitch />
            <LinkButton kind="link" size="small" href="/account">
              {foot.account}
            </LinkButton>
            <Button kind="link" size="small" onPress={() => void signOut()}>
              {foot.signOut}
            </Button>
          </div>
          <WhereDemo />
        </>
      }
    >
      {children}
    </ClientShell>
  )
}
