import {
  type ComponentType,
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react'
import type { output } from 'zod/v4/core'
import { startOver } from '../access/lock.web.ts'
import { Refusal } from '../access/Refusal.tsx'
import { returnAfterSignIn } from '../access/return.web.ts'
import { type AskRefused, seatOfTab, takeSeat } from '../platform/http/ask.web.ts'
import { PlaceProvider } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { Loading } from '../platform/ui/Loading.tsx'
import { here as endpoint } from './practice.contract.ts'

export type Here = output<typeof endpoint.reply>

const quietAfterMs = 1_500

/** Nobody is idle yet when a page has just come: what watches over it is fetched once that page stands. */
const IdleWatch = lazy(async () => {
  for (;;) {
    await new Promise((quiet) => setTimeout(quiet, quietAfterMs))
    // Without a network for the moment: the page stands all the same, and this is fetched when it can be.
    const watch = await import('../access/IdleWatch.tsx').catch(() => undefined)
    if (watch) return { default: watch.IdleWatch }
  }
})

/** Rare, and wordy: fetched only by whoever it meets. */
const SeatEnded = lazy(() => import('../access/SeatEnded.tsx').then((page) => ({ default: page.SeatEnded })))

const HereContext = createContext<Here | undefined>(undefined)

type Props = {
  /** Whose pages these are. */
  of: 'client' | 'staff'
  /** Where the others belong. */
  elsewhere: ReactNode
  /** What is shown to someone who is not signed in, or not far enough. */
  door: ReactNode
  /** The page while it is not known who is here, or where that could not be found out. */
  meanwhile?: ComponentType<{ error: AskRefused | null }>
  children: ReactNode
}

/**
 * A client's phone opens their plan and whom to call in a new tab too, where there is no network. A staff tab must be told
 * by the server who sits there: what it shows is about others.
 */
const seatOf = ({ me }: Here) => me.seatId
const keeping = {
  client: { whose: { seatOf, sitsDown: ({ me }: Here) => me.roles.includes('client') }, atHand: true },
  staff: { whose: { seatOf, sitsDown: () => false } },
}

const atTheDoor: readonly string[] = ['not-signed-in', 'second-factor-needed']

/** Finds out where one is and who one is there, once for all pages inside. Times are told in the zone of care. */
export function HereProvider({ of, door, elsewhere, meanwhile: Meanwhile = NotYet, children }: Props) {
  const { data, error, errorUpdatedAt } = useKept(endpoint, {}, keeping[of])
  const gone = error !== null && atTheDoor.includes(error.problem.kind)
  const displaced = useDisplaced(data, error)
  if (displaced) return null
  if (error?.problem.kind === 'seat-ended')
    return (
      <Suspense>
        <SeatEnded client={of === 'client'} />
      </Suspense>
    )
  if (!data) return gone ? <ToTheDoor>{door}</ToTheDoor> : <Meanwhile error={error} />
  if (data.me.roles.includes('client') !== (of === 'client')) return elsewhere
  return (
    <HereContext value={data}>
      <PlaceProvider timeZone={data.me.timeZone}>{children}</PlaceProvider>
      <Suspense>
        <IdleWatch staff={of === 'staff'} goneAt={gone ? errorUpdatedAt : 0} />
      </Suspense>
    </HereContext>
  )
}

/** There is no frame around it yet: it is the whole page. */
const NotYet = ({ error }: { error: AskRefused | null }) => (
  <main className="tl-alone">{error ? <Refusal refused={error} /> : <Loading />}</main>
)

/** In this browser someone else is signed in meanwhile, or there is no place here any more: nothing of it may stay. */
function useDisplaced(here: Here | undefined, error: AskRefused | null): boolean {
  const seatId = here?.me.seatId
  useEffect(() => {
    if (seatId && seatOfTab() === null) takeSeat(seatId)
  }, [seatId])
  const displaced = here !== undefined && error?.problem.kind === 'not-allowed'
  useLayoutEffect(() => {
    if (displaced) startOver()
  }, [displaced])
  return displaced
}

/** Whoever signs in on the same place comes back to the page that was asked for. */
function ToTheDoor({ children }: { children: ReactNode }) {
  // Read before the door is drawn, which goes elsewhere at once.
  const [path] = useState(() => window.location.pathname)
  useEffect(() => {
    const seatId = seatOfTab()
    if (seatId) returnAfterSignIn(path, seatId)
  }, [path])
  return children
}

export function useHere(): Here {
  const here = useContext(HereContext)
  if (!here) throw new Error('useHere is for pages inside HereProvider')
  return here
}
