import { useEffect, useState } from 'react'
import type { $ZodType, input, output } from 'zod/v4/core'
import { ask, AskRefused } from '../platform/http/ask.web.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'

/**
 * Asked once and kept as it came: a picture that someone is scanning must not change under their hands, as it would when
 * everything on the page is asked again. `again` asks anew.
 */
export function useOnce<Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
) {
  const [state, setState] = useState<{ data?: output<Reply>; error?: AskRefused }>({})
  const [turn, setTurn] = useState(0)
  const content = JSON.stringify(asked)
  useEffect(() => {
    let wanted = true
    ask(endpoint, JSON.parse(content) as input<Input>).then(
      (data) => wanted && setState({ data }),
      (error: unknown) => wanted && error instanceof AskRefused && setState({ error }),
    )
    return () => {
      wanted = false
    }
  }, [endpoint, content, turn])
  return { ...state, again: () => setTurn(turn + 1) }
}

/** The secret of a link, from behind the `#`. */
export const tokenOfPage = (): string => window.location.hash.slice(1)
