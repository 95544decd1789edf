import { useMemo } from 'react'
import { newId, type AskRefused } from '../platform/http/ask.web.ts'
import { useKept } from '../platform/offline/useKept.web.ts'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { useCareClock } from '../practice/useCareClock.web.ts'
import { changePlan, readPlan, type PlanTold } from './plan.contract.ts'
import { wordsOf, type PlanNow, type PlanWords } from './plan.ts'

export interface OwnPlan {
  readonly told: PlanTold | undefined
  /** With what waits on this device in it. */
  readonly plan: PlanNow | null
  readonly isWaiting: boolean
  readonly error: AskRefused | null
  readonly outbox: Outbox
  readonly write: (words: PlanWords) => Promise<void>
}

/** The plan as this device knows it: what the server last told, and over it what was written here and is not sent yet. */
export function useOwnPlan(personId: string): OwnPlan {
  const { data, error } = useKept(readPlan, { personId }, { atHand: true })
  const outbox = useOutbox(`plan ${personId}`)
  const now = useCareClock()
  return useMemo(() => {
    const last = outbox.waiting.at(-1)
    const known = data?.plan ?? null
    const plan = last
      ? { words: wordsOf(last.input as PlanWords), made: known?.made ?? null, changedAt: last.at }
      : known
    return {
      told: data,
      plan,
      isWaiting: last !== undefined,
      error,
      outbox,
      write: (words) => outbox.put(changePlan, { personId, id: newId(), at: now(), ...words }),
    }
  }, [data, error, outbox, personId, now])
}
