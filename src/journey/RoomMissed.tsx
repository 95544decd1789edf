import { missedDues } from './due.ts'
import { NotTakenList } from './NotTakenList.tsx'
import { recordNotTaken } from './room.contract.ts'
import { watchedIn, type RoomNow } from './roomState.web.ts'
import { newId } from '../platform/http/ask.web.ts'

/** What was due and never taken, while it is fresh; a reason may be written, and is never asked for. */
export function RoomMissed({ state }: { state: RoomNow }) {
  const { room, now, outbox } = state
  const watched = watchedIn(state)
  if (!watched) return null
  const say = (dueKey: string, reason: string) =>
    outbox.put(recordNotTaken, { id: newId(), sessionId: room.session.id, dueKey, reason })
  return (
    <NotTakenList
      missed={missedDues(watched, now)}
      reasons={room.notTaken}
      onSay={room.can.measure ? say : undefined}
    />
  )
}
