import { type QueryClient, type QueryKey, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { $ZodType, input, output } from 'zod/v4/core'
import { askPlaced, AskRefused, seatOfTab, takeSeat } from '../http/ask.web.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { notePlace } from '../http/places.web.ts'
import { keep, keptAnswer, loneAnswer } from './device.ts'

const toldAt = new WeakMap<object, number>()

/** When the server told this, where it is one that was kept: a clock in it has gone on since. */
export const keptSince = (answer: object | undefined): number | undefined => answer && toldAt.get(answer)

/** For the one answer that says who sits here: a tab opened without a network has not been told yet. */
export interface Whose<Answer> {
  readonly seatOf: (answer: Answer) => string | null
  /** Whether a new tab may sit down on what this device remembers, where it remembers one seat alone. */
  readonly sitsDown: (answer: Answer) => boolean
}

/** How an answer is kept and given out. */
export interface Keeping<Answer> {
  readonly whose?: Whose<Answer>
  /**
   * What must be at hand in a bad hour: the one that was kept is given out on a slow line too, until the newer one has come, and where
   * the server itself fails.
   */
  readonly atHand?: boolean
}

/** How long a line may be slow before what is kept is shown. */
const patienceMs = 1_500

const noAnswer: readonly string[] = ['offline']
const noneOfOurs: readonly string[] = [...noAnswer, 'internal', 'cannot-save']

/**
 * Like `useAsk`, for the few screens that must open without a network: the last answer is kept on the device, under
 * the seat it was given to, until signing out or leaving quickly.
 */
export const useKept = <Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
  keeping: Keeping<output<Reply>> = {},
): UseQueryResult<output<Reply>, AskRefused> =>
  useQuery<output<Reply>, AskRefused>(keptQuery(endpoint, asked, keeping))

/** The same asking for a page that is not open yet, so that it is on the device before it is needed. */
export const keptQuery = <Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
  { whose, atHand = false }: Keeping<output<Reply>> = {},
) => ({
  queryKey: [endpoint.path, asked],
  networkMode: 'always' as const,
  // Each answer is an object of its own: one that was kept is alike to the one before it, and must not be taken for it.
  structuralSharing: false,
  queryFn: (asking?: { client: QueryClient; queryKey: QueryKey }): Promise<output<Reply>> => {
    const name = `${endpoint.path} ${JSON.stringify(asked)}`
    const known = () => remembered<output<Reply>>(name, whose)
    const slow = asking && atHand ? setTimeout(() => void meanwhile({ ...asking, known }), patienceMs) : 0
    const fresh = async () => {
      const { answer, place } = await askPlaced(endpoint, asked)
      notePlace([endpoint.path, asked], place)
      await keep({ seatId: whose?.seatOf(answer) ?? seatOfTab() ?? '', name, answer, at: Date.now() })
      return answer
    }
    const orKept = async (cause: unknown) => {
      const kept = mayStand(cause, atHand) ? await known() : undefined
      if (kept === undefined) throw cause
      notePlace([endpoint.path, asked], null)
      return kept
    }
    return fresh()
      .catch(orKept)
      .finally(() => clearTimeout(slow))
  },
})

const mayStand = (cause: unknown, atHand: boolean): boolean =>
  cause instanceof AskRefused && (atHand ? noneOfOurs : noAnswer).includes(cause.problem.kind)

interface Meanwhile {
  readonly client: QueryClient
  readonly queryKey: QueryKey
  readonly known: () => Promise<object | undefined>
}

/** Nothing has come yet: what this device knew is shown, and the asking goes on. */
async function meanwhile({ client, queryKey, known }: Meanwhile): Promise<void> {
  const nothingYet = () => client.getQueryState(queryKey)?.status === 'pending'
  const kept = nothingYet() ? await known().catch(() => undefined) : undefined
  if (kept !== undefined && nothingYet())
    client.setQueryData(queryKey, kept, { updatedAt: keptSince(kept) ?? 0 })
}

async function remembered<Answer>(
  name: string,
  whose: Whose<Answer> | undefined,
): Promise<(Answer & object) | undefined> {
  const kept = await rowOf(name, whose)
  if (typeof kept?.answer !== 'object' || kept.answer === null) return undefined
  toldAt.set(kept.answer, kept.at)
  return kept.answer as Answer & object
}

async function rowOf<Answer>(name: string, whose: Whose<Answer> | undefined) {
  const seatId = seatOfTab()
  if (seatId !== null || !whose) return keptAnswer(seatId ?? '', name)
  const lone = await loneAnswer(name)
  if (!lone || !whose.sitsDown(lone.answer as Answer)) return undefined
  takeSeat(lone.seatId)
  return lone
}
