import { useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { withdrawConsent } from './consent.contract.ts'

/** Each press is its own decision, with its own id, so that it can be sent again without being done twice. */
export function useTakingBack(personId: string, onTaken?: () => void) {
  const { mutate, error, isPending } = useSend(withdrawConsent)
  const [ids, keep] = useState<Record<string, string>>({})
  const take = (part: string) => {
    const id = ids[part] ?? newId()
    keep({ ...ids, [part]: id })
    mutate(
      { personId, id, part },
      {
        onSuccess: () => {
          keep({})
          onTaken?.()
        },
      },
    )
  }
  return { take, error, busy: isPending }
}
