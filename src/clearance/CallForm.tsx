import { useState, type FormEvent } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { CallFields } from './CallFields.tsx'
import { promiseCall, type readClearance } from './clearance.contract.ts'
import { endOfDay } from './until.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Read = output<typeof readClearance.reply>

/** Who calls the client, by when. Until somebody takes it on, the client's page promises nothing. */
export function CallForm({ personId, read }: { personId: string; read: Read }) {
  const said = useWords(words).call
  const place = usePlace()
  const sending = useSend(promiseCall)
  const [typed, type] = useState({ memberId: '', by: '' })
  const [marked, mark] = useState(false)
  const dueBy = endOfDay(typed.by, place.timeZone)
  const late = dueBy === null || dueBy <= read.careNow
  const hand = (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    if (typed.memberId === '' || dueBy === null || late) return
    const call = { personId, id: newId(), memberId: typed.memberId, dueBy: isoOf(dueBy) }
    sending.mutate(call, { onSuccess: () => mark(false) })
  }
  const { call } = read
  return (
    <section className="tl-decision-part">
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      <p>
        <strong>
          {call ? said.promised(call.memberName, formatDate(call.dueBy, place, 'weekday')) : said.nobody}
        </strong>
        {call && call.dueBy <= read.careNow && ` ${said.past}`}
      </p>
      <form className="tl-stack" onSubmit={hand} noValidate>
        <CallFields
          read={read}
          typed={typed}
          wrong={{ who: marked && typed.memberId === '', by: marked && late }}
          onChange={type}
        />
        <Refusal refused={sending.error} />
        <Button type="submit" busy={sending.isPending}>
          {said.save}
        </Button>
      </form>
    </section>
  )
}
