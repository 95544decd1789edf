import { useQuery, type UseQueryResult } from '@tanstack/react-query'
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

/**
 * Like `useAsk`, for the few screens that must open without a network: the last answer is kept on the device, under
 * the seat it was given to, until signing out or leaving quickly.
 */
export const useKept = <Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
  whose?: Whose<output<Reply>>,
): UseQueryResult<output<Reply>, AskRefused> =>
  useQuery<output<Reply>, AskRefused>(keptQuery(endpoint, asked, whose))

/** The same asking for a page that is not open yet, so that it is on the device before it is needed. */
export const keptQuery = <Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
  whose?: Whose<output<Reply>>,
) => ({
  queryKey: [endpoint.path, asked],
  networkMode: 'always' as const,
  // Each answer is an object of its own: one that was kept is alike to the one before it, and must not be taken for it.
  structuralSharing: false,
  queryFn: async (): Promise<output<Reply>> => {
    const name = `${endpoint.path} ${JSON.stringify(asked)}`
    try {
      const { answer, place } = await askPlaced(endpoint, asked)
      notePlace([endpoint.path, asked], place)
      const seatId = whose?.seatOf(answer) ?? seatOfTab() ?? ''
      await keep({ seatId, name, answer, at: Date.now() })
      return answer
    } catch (cause) {
      if (!(cause instanceof AskRefused) || cause.problem.kind !== 'offline') throw cause
      const kept = await remembered(name, whose)
      if (kept === undefined) throw cause
      notePlace([endpoint.path, asked], null)
      if (typeof kept.answer === 'object' && kept.answer !== null) toldAt.set(kept.answer, kept.at)
      return kept.answer as output<Reply>
    }
  },
})

async function remembered<Answer>(name: string, whose: Whose<Answer> | undefined) {
  const seatId = seatOfTab()
  if (seatId !== null || !whose) return keptAnswer(seatId ?? '', name)
  const lone = await loneAnswer(name)
  if (!lone || !whose.sitsDown(lone.answer as Answer)) return undefined
  takeSeat(lone.seatId)
  return lone
}
