import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import type { Room } from './roomState.web.ts'
import { en } from './words.unheard.en.ts'
import { es } from './words.unheard.es.ts'

const words = { en, es }

/** Quiet, and below every key: it changes nothing of what is done in this hour. */
export function RoomClearance({ room }: { room: Pick<Room, 'clearanceEnded'> }) {
  const own = useWords(words)
  if (!room.clearanceEnded) return null
  return (
    <p className="room-within">
      <Mark state="waiting" /> {own.clearanceEnded}
    </p>
  )
}
