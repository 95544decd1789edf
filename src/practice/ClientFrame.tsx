import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSignOut } from '../access/arrive.web.ts'
import { lockBehind } from '../access/lock.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useLive } from '../platform/live/useLive.web.ts'
import { forgetKept } from '../platform/offline/device.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { LanguageSwitch } from '../platform/ui/LanguageSwitch.tsx'
import { ClientShell, type ClientPlace } from '../platform/ui/shell/ClientShell.tsx'
import { ThemeSwitch } from '../platform/ui/ThemeSwitch.tsx'
import { clientLinks } from './clientLinks.ts'
import { useHere } from './HereProvider.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { WhereDemo } from './WhereDemo.tsx'

const words = { en, es }

type Props = { current?: ClientPlace | undefined; children: ReactNode }

/** A page of the client's own: three places, the way out, and what is new, live. */
export function ClientFrame({ current, children }: Props) {
  const { me } = useHere()
  const queries = useQueryClient()
  const signOut = useSignOut()
  const { foot } = useWords(words)
  /** Before the page is left: nothing stays on it or on this device, and the door is shut. */
  const wipe = () => {
    queries.clear()
    void forgetKept()
    lockBehind()
  }
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
