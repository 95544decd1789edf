import { AskRefused } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useKept } from '../platform/offline/useKept.web.ts'
import { readPreparation } from '../preparation/preparation.contract.ts'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

/** What was agreed beforehand, in the client's own words, as far as they let this reader see it. */
export function RoomAgreed({ courseId }: { courseId: string }) {
  const own = useWords(words)
  const { data, error } = useKept(readPreparation, { courseId })
  if (error instanceof AskRefused) return <p className="room-quiet">{own.agreedClosed}</p>
  if (!data) return null
  const { stop, comfort } = data
  return (
    <section className="room-agreed" aria-label={own.agreed}>
      {stop && <StopSignal stop={stop} />}
      <p className="room-silence">{own.silence}</p>
      {comfort?.helps && (
        <>
          <h2 className="room-label">{own.calms}</h2>
          <p>{comfort.helps}</p>
        </>
      )}
      {!stop && !comfort && <p className="room-quiet">{own.agreedNone}</p>}
    </section>
  )
}

function StopSignal({ stop }: { stop: { readonly word: string; readonly gesture: string } }) {
  const own = useWords(words)
  return (
    <>
      <h2 className="room-label">{own.stopWord}</h2>
      <p className="room-stop-word">{stop.word || stop.gesture}</p>
      {stop.word && stop.gesture && <p>{own.orGesture.replace('{gesture}', stop.gesture)}</p>}
    </>
  )
}
