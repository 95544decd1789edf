import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'
import type { $ZodType, input, output } from 'zod/v4/core'
import { ask, newId, type AskRefused } from './ask.web.ts'
import type { Endpoint } from './endpoint.ts'

/** What an endpoint answers, kept fresh: live events and own writes ask it again. */
export const useAsk = <Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
): UseQueryResult<output<Reply>, AskRefused> =>
  useQuery<output<Reply>, AskRefused>({
    queryKey: [endpoint.path, asked],
    queryFn: () => ask(endpoint, asked),
  })

/**
 * A write. Its intent key is made when the person first sends and kept until the server has answered, so a second
 * press, or a retry after the network came back, is the same decision.
 */
export function useSend<Input extends $ZodType, Reply extends $ZodType>(endpoint: Endpoint<Input, Reply>) {
  const intent = useRef<{ key: string; content: string } | null>(null)
  const queries = useQueryClient()
  return useMutation<output<Reply>, AskRefused, input<Input>>({
    mutationFn: (asked) => {
      const content = JSON.stringify(asked)
      if (intent.current?.content !== content) intent.current = { key: newId(), content }
      return ask(endpoint, asked, intent.current.key)
    },
    onSuccess: async () => {
      intent.current = null
      await queries.invalidateQueries()
    },
  })
}
