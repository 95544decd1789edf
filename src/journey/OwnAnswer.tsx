import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import type { Own } from './ownState.web.ts'
import { answerAlone } from './ready.contract.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'

const words = { en, es }

type Said = Exclude<
  keyof (typeof en)['asked'],
  'wants' | 'yes' | 'no' | 'noReason' | 'safe' | 'safeYes' | 'safeNo' | 'safeWhy' | 'rideFirst' | 'again'
>

/** Two questions, for the client alone. Once answered, they stay folded until the client wants to answer again. */
export function OwnAnswer({ day, code }: { day: Own; code: string }) {
  const own = useWords(words).asked
  const [again, ask] = useState(false)
  const settled = ['asked-yes', 'asked-not-today', 'asked-not-safe'].includes(code) && !again
  return (
    <>
      <p>{own[code as Said]}</p>
      {settled ? (
        <Button kind="link" size="small" onPress={() => ask(true)}>
          {own.again}
        </Button>
      ) : (
        <Questions day={day} onDone={() => ask(false)} />
      )}
    </>
  )
}

/** "Not today" is one press, as large as the other, and ends it. */
function Questions({ day, onDone }: { day: Own; onDone: () => void }) {
  const own = useWords(words).asked
  const { mutate, isPending, error } = useSend(answerAlone)
  const [wants, want] = useState(false)
  const { ride, sessionId } = day
  const answer = (wantsToday: boolean, safeHome: boolean | null) => {
    const rideId = wantsToday && ride ? ride.id : null
    mutate({ id: newId(), sessionId, wantsToday, safeHome, rideId }, { onSuccess: onDone })
  }
  return (
    <div className="own-questions">
      <Refusal refused={error} />
      <h3>{own.wants}</h3>
      <div className="own-answers">
        <Button size="glove" wide kind={wants ? 'act' : 'quiet'} onPress={() => want(true)}>
          {own.yes}
        </Button>
        <Button size="glove" wide busy={isPending} onPress={() => answer(false, null)}>
          {own.no}
        </Button>
      </div>
      <p className="tl-quiet-words">{own.noReason}</p>
      {wants && !ride && <p>{own.rideFirst}</p>}
      {wants && ride && (
        <>
          <h3>{fill(own.safe, { name: ride.name })}</h3>
          <div className="own-answers">
            <Button size="glove" wide busy={isPending} onPress={() => answer(true, true)}>
              {own.safeYes}
            </Button>
            <Button size="glove" wide busy={isPending} onPress={() => answer(true, false)}>
              {own.safeNo}
            </Button>
          </div>
          <p className="tl-quiet-words">{fill(own.safeWhy, { name: ride.name })}</p>
        </>
      )}
    </div>
  )
}
