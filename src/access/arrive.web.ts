import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { output } from 'zod/v4/core'
import { ask, takeSeat } from '../platform/http/ask.web.ts'
import { noteOut } from '../platform/http/attended.web.ts'
import { forgetKept, forgetSittingsBut } from '../platform/offline/device.ts'
import { forgetTyped } from '../platform/ui/typedKept.web.ts'
import { readAccount, type SeatShape } from './account.contract.ts'
import { leaveSignIn } from './left.web.ts'
import { goingOut } from './lock.web.ts'
import { takeReturn } from './return.web.ts'

export type Account = output<typeof readAccount.reply>
export type Seat = output<typeof SeatShape>

export const homeOf = ({ kind }: Pick<Seat, 'kind'>): string => (kind === 'client' ? '/me' : '/app')

/** Sits down and opens the first page of that place. Nothing of who sat here before is left in memory. */
export function useSit(): (seat: Seat) => void {
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  return useCallback(
    (seat) => {
      takeSeat(seat.id)
      queries.clear()
      navigate(homeOf(seat), { replace: true })
    },
    [queries, navigate],
  )
}

/** After signing in: straight to the only place there is, or to the choice. */
export function useArrive(): () => Promise<void> {
  const sit = useSit()
  const [, navigate] = useLocation()
  return useCallback(async () => {
    sessionStorage.removeItem('throughline.seat')
    const back = takeReturn()
    if (back?.seatId === null) return navigate(back.path, { replace: true })
    const { seats } = await ask(readAccount, {})
    forgetSittingsBut(seats.map(({ id }) => id))
    const seat = back && seats.find(({ id }) => id === back.seatId)
    if (back && seat) {
      takeSeat(seat.id)
      return navigate(back.path, { replace: true })
    }
    const [only, other] = seats.filter(({ sole }) => !sole)
    if (only && !other) sit(only)
    else navigate('/sign-in/where', { replace: true })
  }, [sit, navigate])
}

export type Leaving = 'out' | 'away'

/** Ends the sign-in and empties what this page and this device hold of it; the door says why. */
export function useSignOut(): (why?: Leaving) => Promise<void> {
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  return useCallback(
    async (why = 'out') => {
      goingOut(true)
      await leaveSignIn()
      noteOut()
      forgetTyped()
      sessionStorage.removeItem('throughline.seat')
      await forgetKept().catch(() => undefined)
      navigate(`/sign-in?${why}`, { replace: true })
      queries.clear()
    },
    [queries, navigate],
  )
}
