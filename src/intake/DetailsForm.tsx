import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import type { Chart } from '../course/chart.contract.ts'
import { changedParts, detailsOf } from '../person/details.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { detailsTyped, typedFrom, wrongIn, type TypedDetails, type Wrong } from './details-typed.ts'
import { correctDetails } from './details.contract.ts'
import { DetailsChanges } from './DetailsChanges.tsx'
import { DetailsFields } from './DetailsFields.tsx'
import { en } from './words.details.en.ts'
import { es } from './words.details.es.ts'

const words = { en, es }

type Props = { person: Chart['person']; onDone: () => void }

/** What is typed, what of it is wrong, and how it is sent. */
function useDetails({ person, onDone }: Props) {
  const { me, careNow } = useHere()
  const [base] = useState(() => typedFrom(detailsOf(person)))
  const [typed, type, forget] = useTyped<TypedDetails>(`details ${me.seatId} ${person.id}`, base)
  const [tried, setTried] = useState(false)
  const sending = useSend(correctDetails)
  const now = detailsTyped(typed)
  const changed = changedParts(typed.was, now)
  const wrong = wrongIn(typed, changed.length, careNow)
  const close = () => {
    forget()
    onDone()
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong.length > 0) return
    const { was, why, someoneElse } = typed
    const asked = { personId: person.id, id: newId(), was, now, why: why.trim(), someoneElse }
    sending.mutate(asked, { onSuccess: close })
  }
  return { typed, type, now, changed, wrong: tried ? wrong : [], close, send, sending }
}

/** A name, a birthday or an address is set right; what will change is read back above the press. */
export function DetailsForm(props: Props) {
  const said = useWords(words)
  const { typed, type, now, changed, wrong, close, send, sending } = useDetails(props)
  const fault = (name: Wrong) => (wrong.includes(name) ? said.faults[name] : undefined)
  const asksWho = sending.error?.problem.kind === 'someone-else-perhaps' || typed.someoneElse
  return (
    <form className="tl-stack tl-details" onSubmit={send} noValidate autoComplete="off">
      <p className="tl-quiet-words">{said.lead}</p>
      <DetailsFields typed={typed} onType={type} fault={fault} />
      <TextArea
        label={said.why}
        hint={said.whyHint}
        rows={2}
        maxLength={1_000}
        value={typed.why}
        onChange={(why) => type({ ...typed, why })}
        error={fault('why')}
      />
      <DetailsChanges parts={changed} was={typed.was} now={now} error={fault('nothing')} />
      {wrong.some((one) => one !== 'nothing') && <p role="alert">{said.mend}</p>}
      <Refusal refused={sending.error} />
      {asksWho && (
        <Checkbox checked={typed.someoneElse} onChange={(someoneElse) => type({ ...typed, someoneElse })}>
          {said.someoneElse}
        </Checkbox>
      )}
      <div className="tl-intake-actions">
        <Button kind="act" type="submit" busy={sending.isPending}>
          {said.save}
        </Button>
        <Button onPress={close} disabled={sending.isPending}>
          {said.cancel}
        </Button>
      </div>
    </form>
  )
}
