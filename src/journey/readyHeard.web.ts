import { useEffect } from 'react'
import { isoOf } from '../kernel/instant.ts'
import { isAttended } from '../platform/http/attended.web.ts'
import { keptQuery, keptSince, useKept } from '../platform/offline/useKept.web.ts'
import { useOutbox } from '../platform/offline/useOutbox.web.ts'
import { readPreparation } from '../preparation/preparation.contract.ts'
import { readClosing } from './discharge.contract.ts'
import { readReady } from './ready.contract.ts'
import type { Ready, ReadyTold } from './readyState.web.ts'
import { readRoom } from './room.contract.ts'
import { useCareClock } from './roomState.web.ts'

/** The answer, or the last one kept here; a release that has run out ends without being told so. */
export function useReady(sessionId: string) {
  const { data, error, dataUpdatedAt } = useKept(readReady, { sessionId })
  const outbox = useOutbox(sessionId)
  const toldAt = keptSince(data)
  const now = useCareClock(data && isoOf(data.now), toldAt ?? dataUpdatedAt)
  useRoomAtHand(data)
  const release = data?.release && data.release.expiresAt > now ? data.release : null
  const ready: Ready | undefined = data && { ...data, release, unheardSince: outbox.offlineSince ?? toldAt }
  return { ready, error, outbox }
}

/** What the room, what was agreed for it and the way home stand on is on this device before a dose is given. */
function useRoomAtHand(told: ReadyTold | undefined): void {
  const sessionId = told?.sessionId
  const courseId = told?.courseId
  useEffect(() => {
    if (!sessionId || !courseId || !isAttended()) return
    const asked = [
      keptQuery(readRoom, { sessionId }),
      keptQuery(readPreparation, { courseId }),
      keptQuery(readClosing, { sessionId }),
    ]
    for (const { queryFn } of asked) void queryFn().catch(() => undefined)
  }, [sessionId, courseId, told?.release?.id, told?.readings.length])
}
