import { createContext, type ReactNode, useContext } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { PlaceProvider } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { Loading } from '../platform/ui/Loading.tsx'
import { here as endpoint } from './practice.contract.ts'

export type Here = output<typeof endpoint.reply>

const HereContext = createContext<Here | undefined>(undefined)

type Props = {
  /** Whose pages these are. */
  of: 'client' | 'staff'
  /** Where the others belong. */
  elsewhere: ReactNode
  /** What is shown to someone who is not signed in, or not far enough. */
  door: ReactNode
  children: ReactNode
}

const atTheDoor: readonly string[] = ['not-signed-in', 'second-factor-needed']

/** Finds out where one is and who one is there, once for all pages inside. Times are told in the zone of care. */
export function HereProvider({ of, door, elsewhere, children }: Props) {
  const { data, error } = useKept(endpoint, {})
  if (error && atTheDoor.includes(error.problem.kind)) return door
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  if (data.me.roles.includes('client') !== (of === 'client')) return elsewhere
  return (
    <HereContext value={data}>
      <PlaceProvider timeZone={data.me.timeZone}>{children}</PlaceProvider>
    </HereContext>
  )
}

export function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('useHere is for pages inside HereProvider')
  return here
}
