import { useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { withdrawPaper } from './paper.contract.ts'

type How = 'withdrawn' | 'not-so'

/** Each press is its own decision, with its own id, so that it can be sent again without being done twice. */
export function useEndingPaper(about: { personId: string; paperId: string }, onEnded?: () => void) {
  const { mutate, error, isPending } = useSend(withdrawPaper)
  const [ids] = useState(() => ({ withdrawn: newId(), 'not-so': newId() }))
  const end = (how: How) =>
    mutate({ ...about, id: ids[how], how }, onEnded ? { onSuccess: onEnded } : undefined)
  return { end, error, busy: isPending }
}
