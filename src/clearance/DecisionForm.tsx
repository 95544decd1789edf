import { useState, type FormEvent } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { useSigned } from '../access/signed.web.ts'
import { SignWritten } from '../access/SignWritten.tsx'
import { isoOf } from '../kernel/instant.ts'
import type { Chart } from '../course/chart.contract.ts'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { needsCall } from './calling.ts'
import { decide, type readClearance } from './clearance.contract.ts'
import { isCleared, type Wish } from './clearance.ts'
import { DecisionFields } from './DecisionFields.tsx'
import { emptyDraft, faultsIn, wishOf, type Draft } from './draft.ts'
import { clearanceDocument } from './signing.ts'
import { endOfDay } from './until.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Read = output<typeof readClearance.reply>
type Props = { person: Chart['person']; read: Read }

/** The decision, in writing, signed over what is in view. What cannot be signed now is not offered, and it says why. */
export function DecisionForm({ person, read }: Props) {
  const said = useWords(words).decide
  const { me } = useHere()
  const [turn, next] = useState(0)
  const draft = useTyped(`clearance ${me.seatId} ${person.id}`, emptyDraft)
  const signed = useSigned(decide, () => {
    next(turn + 1)
    draft[2]()
  })
  const form = <Form key={turn} personId={person.id} read={read} draft={draft} onReady={signed.sign} />
  return (
    <section className="tl-decision-part">
      <h2>{said.title}</h2>
      <Refusal refused={signed.error} />
      {isCleared(read.standing) ? (
        <Disclosure key={turn} title={said.anew}>
          {form}
        </Disclosure>
      ) : (
        form
      )}
      <SignWritten
        signed={signed}
        title={said.document(`${person.givenName} ${person.familyName}`.trim())}
        printedName={me.name}
        meaning={said.meaning}
      />
    </section>
  )
}

interface Ready {
  readonly hash: string
  readonly asking: ReturnType<typeof asked> & {
    readonly call: { readonly id: string; readonly memberId: string; readonly dueBy: string } | null
  }
}

type FormProps = {
  personId: string
  read: Read
  draft: ReturnType<typeof useTyped<Draft>>
  onReady: (ready: Ready) => void
}

function Form({ personId, read, draft: [draft, type], onReady }: FormProps) {
  const said = useWords(words).decide
  const { language, timeZone } = usePlace()
  const [marked, mark] = useState(false)
  const wish = wishOf(draft, endOfDay(draft.until, timeZone))
  const callBy = endOfDay(draft.call.by, timeZone)
  const faults = faultsIn(draft, wish, { promised: read.call, callBy, careNow: read.careNow })
  const calls = needsCall(draft.decision, read.call, read.careNow)
  const hand = async (event: FormEvent) => {
    event.preventDefault()
    mark(true)
    if (faults.length > 0 || wish === null) return
    const about = { id: newId(), personId, language }
    const hash = await digestOf(clearanceDocument({ ...about, seen: seenIn(read) }, wish))
    const call =
      calls && callBy !== null ? { id: newId(), memberId: draft.call.memberId, dueBy: isoOf(callBy) } : null
    onReady({ hash, asking: { ...asked(about, wish), call } })
  }
  return (
    <form className="tl-stack" onSubmit={(event) => void hand(event)} noValidate>
      <DecisionFields read={read} draft={draft} faults={marked ? faults : []} onChange={type} />
      <Button kind="act" type="submit">
        {said.sign}
      </Button>
    </form>
  )
}

const asked = (about: { id: string; personId: string; language: 'en' | 'es' }, wish: Wish) => ({
  ...about,
  ...wish,
  acknowledged: [...wish.acknowledged],
  validUntil: wish.validUntil === null ? null : isoOf(wish.validUntil),
})

const seenIn = (read: Read) =>
  read.findings.map(({ rule, because }) => ({ rule, because: because.map(({ id }) => id) }))
