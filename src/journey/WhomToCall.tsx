import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Level } from './limits.ts'
import type { Room } from './roomState.web.ts'
import { say } from './said.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

/** Whom to call, by name and number, as the practice and this day's room have it; what is not set is said, never made up. */
export function WhomToCall({ room, level }: { room: Pick<Room, 'call'>; level: Level }) {
  const own = useWords(words)
  const { prescribers, phone } = room.call
  if (level === 'watch') return null
  return (
    <div className="room-call">
      {level === 'urgent' && (
        <p>
          <a className="tl-button tl-act tl-glove" href="tel:911">
            {own.call911}
          </a>
        </p>
      )}
      <p>
        {level === 'urgent' ? own.callThen : own.callNow}{' '}
        {prescribers.map(({ memberId, name, state }, place) => (
          <span key={memberId}>
            {place > 0 && ', '}
            <strong>{name}</strong> ({own.whereabouts[state ?? 'unknown']})
          </span>
        ))}
        {prescribers.length === 0 && own.callNobody}
      </p>
      <p>
        {phone ? (
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{say(own.callNumber, { phone })}</a>
        ) : (
          own.callNoNumber
        )}
      </p>
    </div>
  )
}
