import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLive } from '../platform/live/useLive.web.ts'
import { LanguageSwitch } from '../platform/ui/LanguageSwitch.tsx'
import { ClientShell, type ClientPlace } from '../platform/ui/shell/ClientShell.tsx'
import { ThemeSwitch } from '../platform/ui/ThemeSwitch.tsx'
import { DemoBar } from './DemoBar.tsx'
import { useHere } from './HereProvider.tsx'

const links = { today: '/me', thread: '/me/thread', help: '/me/help' }

type Props = { current?: ClientPlace | undefined; children: ReactNode }

/** A page of the client's own: three places, the way out, and what is new, live. */
export function ClientFrame({ current, children }: Props) {
  const { me } = useHere()
  const queries = useQueryClient()
  useLive(me.personId === null ? undefined : { personId: me.personId })
  return (
    <ClientShell
      links={links}
      current={current}
      onLeave={() => queries.clear()}
      footer={
        <>
          <div className="tl-row">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
          <DemoBar />
        </>
      }
    >
      {children}
    </ClientShell>
  )
}
