import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'
import type { $ZodType, input, output } from 'zod/v4/core'
import { ask, askPlaced, newId, type AskRefused } from './ask.web.ts'
import type { Endpoint } from './endpoint.ts'
import { notePlace } from './places.web.ts'

/** What an endpoint answers, kept fresh: live events and own writes ask it again. */
export const useAsk = <Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
): UseQueryResult<output<Reply>, AskRefused> =>
  useQuery<output<Reply>, AskRefused>({
    queryKey: [endpoint.path, asked],
    queryFn: async ({ queryKey }) => {
      const { answer, place } = await askPlaced(endpoint, asked)
      notePlace(queryKey, place)
      return answer
    },
  })

interface Intent<Answer> {
  readonly key: string
  readonly content: string
  /** While it is on its way. */
  going: Promise<Answer> | null
}

/**
 * A write. Its intent key is made when the person first sends and kept until the server has answered, so a second
 * press, or a retry after the network came back, is the same decision. A press while it is on its way waits for that answer.
 */
export function useSend<Input extends $ZodType, Reply extends $ZodType>(endpoint: Endpoint<Input, Reply>) {
  const intent = useRef<Intent<output<Reply>> | null>(null)
  const queries = useQueryClient()
  return useMutation<output<Reply>, AskRefused, input<Input>>({
    mutationFn: (asked) => {
      const content = JSON.stringify(asked)
      if (intent.current?.content !== content) intent.current = { key: newId(), content, going: null }
      const now = intent.current
      now.going ??= ask(endpoint, asked, now.key).finally(() => {
        now.going = null
      })
      return now.going
    },
    onSuccess: async () => {
      intent.current = null
      await queries.invalidateQueries()
    },
  })
}
