import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { readRide } from './ready.contract.ts'
import { RidePlace } from './RidePlace.tsx'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

/** Who takes the client home, for the desk: named, changed, or fallen through. What a dose waits for besides is not told here. */
export function DeskRide({ sessionId }: { sessionId: string }) {
  const own = useWords(words)
  const { data, error } = useAsk(readRide, { sessionId })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <div className="tl-stack">
      <h3>{own.deskRide}</h3>
      <p>{data.ride ? fill(own.deskNamed, { name: data.ride.name }) : own.because['ride-none']}</p>
      <RidePlace ready={{ sessionId, ride: data.ride }} />
    </div>
  )
}
