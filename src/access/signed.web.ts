import { useState } from 'react'
import type { $ZodType, input } from 'zod/v4/core'
import type { Endpoint } from '../platform/http/endpoint.ts'
import type { AskRefused } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'

/** What is about to be signed: the hash of its text, and what is sent with the proof. */
export interface ToSign<Input extends $ZodType> {
  readonly hash: string
  readonly asking: Omit<input<Input>, 'confirmationId'>
}

/**
 * From what was written to the proof, to the server, and back. A refusal closes the proof, so that it is read where it can
 * be mended, beside every word that was written. Without a network the proof stays open: what was sent may have arrived,
 * and sent again under its own id it cannot count twice.
 */
export function useSigned<Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  done: () => void,
) {
  const [signing, sign] = useState<ToSign<Input> | null>(null)
  const sending = useSend(endpoint)
  const close = () => sign(null)
  const refused = ({ problem }: AskRefused) => {
    if (problem.kind !== 'offline') close()
  }
  return {
    documentHash: signing?.hash,
    busy: sending.isPending,
    error: sending.error,
    close,
    sign: (next: ToSign<Input>) => {
      sending.reset()
      sign(next)
    },
    /** Also where the part that asked is gone by the time it is answered: what was signed must not be offered again. */
    send: (confirmationId: string) =>
      void sending
        .mutateAsync({ ...signing?.asking, confirmationId } as input<Input>)
        .then(() => (close(), done()), refused),
  }
}

export type Signed = Omit<ReturnType<typeof useSigned>, 'sign'>
