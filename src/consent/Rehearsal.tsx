import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import type { ConsentNow } from './consent.contract.ts'
import { rehearseTouch } from './touch.contract.ts'
import { en } from './words.touch.en.ts'
import { es } from './words.touch.es.ts'

const words = { en, es }

/** Whether the stop signal and the touch were tried out beforehand; whoever has just done it says so here. */
export function Rehearsal({ personId, now }: { personId: string; now: ConsentNow }) {
  const own = useWords(words)
  const place = usePlace()
  const { mutate, error, isPending } = useSend(rehearseTouch)
  const [id, renew] = useState(newId)
  const note = () => mutate({ personId, id }, { onSuccess: () => renew(newId()) })
  const { rehearsed, can, window } = now
  return (
    <div className="tl-stack">
      {rehearsed ? (
        <StatusMark state="met">
          {fill(own.rehearsed, { day: formatDate(rehearsed.at, place, 'date'), name: rehearsed.withName })}
        </StatusMark>
      ) : (
        <>
          <StatusMark state="waiting">{own.notRehearsed}</StatusMark>
          <p className="tl-quiet-words">{own.rehearseHint}</p>
        </>
      )}
      {can.rehearse && window.open && (
        <div className="tl-row">
          <Button size="small" busy={isPending} onPress={note}>
            {rehearsed ? own.rehearseAgain : own.rehearse}
          </Button>
        </div>
      )}
      <Refusal refused={error} />
    </div>
  )
}
