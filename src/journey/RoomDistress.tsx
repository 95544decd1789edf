import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { ScaleStrip } from '../platform/ui/ScaleStrip.tsx'
import { Mark } from '../platform/ui/StatusMark.tsx'
import { crossing } from './limits.ts'
import { recordDistress } from './room.contract.ts'
import { whenWords } from './RoomTaps.tsx'
import type { RoomNow } from './roomState.web.ts'
import { say } from './said.ts'
import { WhomToCall } from './WhomToCall.tsx'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

/** 0 to 10 as seen from outside; a press is an entry. High distress asks for this person's own calm, not for an alarm. */
export function RoomDistress({ state }: { state: RoomNow }) {
  const own = useWords(words)
  const { room, ratings } = state
  const last = ratings.at(-1)
  const at = room.plan?.limits.highDistress.watch ?? 7
  const high = last && room.plan ? crossing(room.plan.limits, 'highDistress', last.rating) : undefined
  const rate = (rating: number) => {
    const fact = { id: newId(), sessionId: room.session.id, corrects: null, struck: false }
    void state.outbox.put(recordDistress, { ...fact, rating, ratedAt: isoOf(state.now) })
  }
  return (
    <section className="room-distress">
      <ScaleStrip
        label={own.distress}
        size="glove"
        atOnce
        value={undefined}
        last={last?.rating}
        lastWords={
          last
            ? say(own.distressLast, { rating: last.rating, when: whenWords(own, state, last.ratedAt), at })
            : say(own.distressNone, { at })
        }
        low={own.distressLow}
        high={own.distressHigh}
        onChange={rate}
      />
      {high && (
        <div className="room-act" role="alert">
          <Mark state="waiting" />
          <div>
            <p>{say(own.actDistress, { rating: high.value })}</p>
            <WhomToCall room={room} level="call" />
          </div>
        </div>
      )}
    </section>
  )
}
