import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { answerAlone } from './ready.contract.ts'
import type { Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'
import { en as unheardEn } from './words.unheard.en.ts'
import { es as unheardEs } from './words.unheard.es.ts'

const words = { en, es }
const unheardWords = { en: unheardEn, es: unheardEs }

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

/** The words to say aloud, in the language of whom they are said to; what they mean to the one who reads them, beside it. */
function Aloud({ ready, say }: { ready: Ready; say: (words: typeof en) => string }) {
  const own = useWords(words)
  const { language } = usePlace()
  const other = ready.language !== language
  return (
    <>
      <h3 lang={ready.language}>{say(words[ready.language])}</h3>
      {other && <p className="tl-quiet-words">{say(own)}</p>}
    </>
  )
}

function Questions({ ready, onDone }: { ready: Ready; onDone: () => void }) {
  const own = useWords(words)
  const unheard = useWords(unheardWords)
  const { language } = usePlace()
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
      {ready.language !== language && <p>{unheard.inTheirLanguage}</p>}
      <Refusal refused={error} />
      <Aloud ready={ready} say={({ askWants }) => askWants} />
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
          <Aloud ready={ready} say={({ askSafe }) => fill(askSafe, { name: ride.name })} />
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
