import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { answerAlone } from './ready.contract.ts'
import type { Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

/** Asked by staff, alone with the client. "Not today" ends it, and asks for no reason. */
export function AskAlone({ ready }: { ready: Ready }) {
  const own = useWords(words)
  const [open, show] = useState(false)
  return (
    <>
      <Button onPress={() => show(true)}>{own.askAlone}</Button>
      <Dialog open={open} onClose={() => show(false)} title={own.askAlone}>
        <Questions ready={ready} onDone={() => show(false)} />
      </Dialog>
    </>
  )
}

function Questions({ ready, onDone }: { ready: Ready; onDone: () => void }) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(answerAlone)
  const [wants, want] = useState(false)
  const { ride, sessionId } = ready
  const answer = (wantsToday: boolean, safeHome: boolean | null) =>
    mutate(
      { id: newId(), sessionId, wantsToday, safeHome, rideId: wantsToday && ride ? ride.id : null },
      { onSuccess: onDone },
    )
  return (
    <div className="tl-stack">
      <p>{own.askLead}</p>
      <Refusal refused={error} />
      <h3>{own.askWants}</h3>
      <div className="tl-row">
        <Button size="glove" onPress={() => want(true)} kind={wants ? 'act' : 'quiet'}>
          {own.yesToday}
        </Button>
        <Button size="glove" busy={isPending} onPress={() => answer(false, null)}>
          {own.notToday}
        </Button>
      </div>
      <p className="tl-quiet-words">{own.noReason}</p>
      {wants && !ride && <p>{own.askNoRide}</p>}
      {wants && ride && (
        <>
          <h3>{fill(own.askSafe, { name: ride.name })}</h3>
          <div className="tl-row">
            <Button size="glove" busy={isPending} onPress={() => answer(true, true)}>
              {own.yesSafe}
            </Button>
            <Button size="glove" busy={isPending} onPress={() => answer(true, false)}>
              {own.notSafe}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
