import { useState, type FormEvent } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
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
        <Select
          label={said.who}
          placeholder={said.choose}
          options={read.team.map(({ memberId, name }) => ({ value: memberId, words: name }))}
          value={typed.memberId}
          error={marked && typed.memberId === '' ? said.missing : undefined}
          onChange={(memberId) => type({ ...typed, memberId })}
        />
        <TextField
          type="date"
          label={said.by}
          value={typed.by}
          error={marked && late ? said.dateMissing : undefined}
          onChange={(by) => type({ ...typed, by })}
        />
        <Refusal refused={sending.error} />
        <Button type="submit" busy={sending.isPending}>
          {said.save}
        </Button>
      </form>
    </section>
  )
}
