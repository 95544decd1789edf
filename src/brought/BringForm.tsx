import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { partialDateOf } from '../platform/ui/PartialDate.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { bringJourney } from './brought.contract.ts'
import { BringFields } from './BringFields.tsx'
import { nothingTyped, readTyped } from './typed.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** One journey at a time; what is not known stays empty. */
export function BringForm({ courseId }: { courseId: string }) {
  const said = useWords(words)
  return (
    <Disclosure title={said.bring}>
      <Form courseId={courseId} />
    </Disclosure>
  )
}

function Form({ courseId }: { courseId: string }) {
  const said = useWords(words)
  const { me, careNow } = useHere()
  const { timeZone } = usePlace()
  const sending = useSend(bringJourney)
  const [id, renew] = useState(newId)
  const [typed, type, forget] = useTyped(`brought ${me.seatId} ${courseId}`, nothingTyped)
  const [tried, setTried] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const read = readTyped(typed, partialDateOf(typed.date), { careNow, timeZone })
  const done = () => {
    forget()
    setTried(false)
    setSaved(true)
    renew(newId())
  }
  const hand = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setSaved(false)
    if (read.ok) sending.mutate({ courseId, id, ...read.value }, { onSuccess: done })
  }
  return (
    <form className="tl-stack" onSubmit={hand} noValidate autoComplete="off">
      <p className="tl-quiet-words">{said.bringLead}</p>
      <BringFields typed={typed} type={type} faults={tried && !read.ok ? read.refusal : {}} />
      <Refusal refused={sending.error} />
      <Button type="submit" kind="act" busy={sending.isPending}>
        {said.save}
      </Button>
      <output>{isSaved && said.saved}</output>
    </form>
  )
}
