import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { $ZodType, input } from 'zod/v4/core'
import type { Endpoint } from '../http/endpoint.ts'
import type { Entry } from './entry.ts'
import { dismiss, followOutbox, outboxState, put, whenTaken } from './outbox.ts'

export interface Outbox {
  /**
   * Writes a fact down on this device and sends it as soon as it can, in order with the others of its lane. The path's
   * parameters are taken from the input. Resolves once it is safe here, which is at once.
   */
  put<Input extends $ZodType>(endpoint: Endpoint<Input, $ZodType>, asked: input<Input>): Promise<void>
  /** Not yet taken by the server, oldest first: what a screen adds to what the server told it. */
  readonly waiting: readonly Entry[]
  /** Taken by the server since this page opened, oldest first: an answer that was asked for earlier may not have it yet. */
  readonly taken: readonly Entry[]
  /** Refused by the server: each waits until a person has read why. */
  readonly refused: readonly Entry[]
  readonly offlineSince: number | undefined
  readonly why: 'offline' | 'server' | 'signed-out' | undefined
  readonly dismiss: (order: number) => Promise<void>
}

export function useOutbox(lane: string): Outbox {
  const { entries, taken, offlineSince, why } = useSyncExternalStore(followOutbox, outboxState)
  const queries = useQueryClient()
  useEffect(() => whenTaken(() => void queries.invalidateQueries()), [queries])
  return useMemo(() => {
    const own = entries.filter((entry) => entry.lane === lane)
    return {
      put: (endpoint, asked) => put({ lane, ...addressed(endpoint, asked as Record<string, unknown>) }),
      waiting: own.filter(({ refusal }) => !refusal),
      taken: taken.filter((entry) => entry.lane === lane),
      refused: own.filter(({ refusal }) => refusal),
      offlineSince,
      why,
      dismiss,
    }
  }, [entries, taken, lane, offlineSince, why])
}

function addressed(
  { path }: { path: string },
  asked: Record<string, unknown>,
): { path: string; input: object } {
  const rest = { ...asked }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const part = encodeURIComponent(String(rest[name]))
    delete rest[name]
    return part
  })
  return { path: filled, input: rest }
}

/** Words of the one who sits here that the server would not take, in whatever lane they were written. */
export function useRefusedWords() {
  const { entries } = useSyncExternalStore(followOutbox, outboxState)
  const refused = entries.flatMap(({ refusal, order, input }) =>
    refusal && 'words' in input && input.words !== '' ? [{ order, words: String(input.words) }] : [],
  )
  return { refused, dismiss }
}
