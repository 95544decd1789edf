import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { $ZodType, input, output } from 'zod/v4/core'
import { ask, AskRefused, seatOfTab } from '../http/ask.web.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { keep, keptAnswer } from './device.ts'

/**
 * Like `useAsk`, for the few screens that must open without a network: the last answer is kept on the device, under
 * the seat it was given to, until signing out or leaving quickly.
 */
export const useKept = <Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
): UseQueryResult<output<Reply>, AskRefused> =>
  useQuery<output<Reply>, AskRefused>({
    queryKey: [endpoint.path, asked],
    networkMode: 'always',
    queryFn: async () => {
      const [seatId, name] = [seatOfTab() ?? '', `${endpoint.path} ${JSON.stringify(asked)}`]
      try {
        const answer = await ask(endpoint, asked)
        await keep({ seatId, name, answer })
        return answer
      } catch (cause) {
        if (!(cause instanceof AskRefused) || cause.problem.kind !== 'offline') throw cause
        const kept = await keptAnswer(seatId, name)
        if (kept === undefined) throw cause
        return kept as output<Reply>
      }
    },
  })
