import { useMemo } from 'react'
import type { output } from 'zod/v4/core'
import type { AskRefused } from '../platform/http/ask.web.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { useCareClock } from '../practice/useCareClock.web.ts'
import * as contract from './integration.contract.ts'
import { integrationOf, type Integration, type IntegrationFacts, type LogOutcome } from './integration.ts'
import { withWaiting } from './waiting.ts'

const nothing: IntegrationFacts = { insights: [], meanings: [], exercises: [], logs: [], changes: [] }

export interface Told {
  /** Undefined until the server, or for want of it the device, has said what there is. */
  readonly integration: Integration | undefined
  readonly can: output<typeof contract.readIntegration.reply>['can'] | undefined
  readonly error: AskRefused | null
  readonly outbox: Outbox
}

/** What is known of a course's insights, with what waits on this device among it. */
export function useIntegration(courseId: string): Told {
  const { data, error } = useAsk(contract.readIntegration, { courseId })
  const outbox = useOutbox(`words ${courseId}`)
  const known = data ?? (error?.problem.kind === 'offline' ? nothing : undefined)
  const integration = useMemo(
    () => known && integrationOf(withWaiting(known, outbox.waiting)),
    [known, outbox.waiting],
  )
  return { integration, can: data?.can, error: known ? null : error, outbox }
}

/** What a client can tell. Each resolves once it is written down on the device; the network may come later. */
export interface Telling {
  /** Answers the id of the new insight. */
  insight(words: string): Promise<string>
  correction(insightId: string, words: string): Promise<void>
  meaning(insightId: string, words: string): Promise<void>
  exercise(insightId: string, words: string): Promise<void>
  change(insightId: string, words: string): Promise<void>
  log(exerciseId: string, outcome: LogOutcome, words?: string): Promise<void>
}

export function useTelling(courseId: string): Telling {
  const { put } = useOutbox(`words ${courseId}`)
  const now = useCareClock()
  return useMemo(() => {
    const fresh = () => ({ courseId, id: newId(), at: now() })
    return {
      async insight(words) {
        const fact = fresh()
        await put(contract.tellInsight, { ...fact, words })
        return fact.id
      },
      correction: (insightId, words) => put(contract.correctInsight, { ...fresh(), insightId, words }),
      meaning: (insightId, words) => put(contract.giveMeaning, { ...fresh(), insightId, words }),
      exercise: (insightId, words) => put(contract.beginExercise, { ...fresh(), insightId, words }),
      change: (insightId, words) => put(contract.noticeChange, { ...fresh(), insightId, words }),
      log: (exerciseId, outcome, words) =>
        put(contract.logExercise, { ...fresh(), exerciseId, outcome, words: words ?? null }),
    }
  }, [courseId, put, now])
}
