import { type FormEvent, useState } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { partialDateOf } from '../platform/ui/PartialDate.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { bringPaper } from './paper.contract.ts'
import { paperText, type PaperSaid } from './paper.ts'
import { PaperFields } from './PaperFields.tsx'
import { noPaper, readPaper } from './paperTyped.ts'
import { en } from './words.paper.en.ts'
import { es } from './words.paper.es.ts'

const words = { en, es }

/** With the paper in their hands, one copies what it says, and signs that they have seen it. */
export function BringPaper({ personId }: { personId: string }) {
  const said = useWords(words)
  return (
    <Disclosure title={said.bring}>
      <Form personId={personId} />
    </Disclosure>
  )
}

type Signing = { said: PaperSaid; hash: string }

function Form({ personId }: { personId: string }) {
  const said = useWords(words)
  const { me, careNow } = useHere()
  const { timeZone } = usePlace()
  const [id, renew] = useState(newId)
  const [typed, type, forget] = useTyped(`paper ${me.seatId} ${personId}`, noPaper)
  const [tried, setTried] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const [signing, sign] = useState<Signing>()
  const read = readPaper(typed, partialDateOf(typed.date), { careNow, timeZone })
  const hand = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setSaved(false)
    if (read.ok) sign({ said: read.value, hash: await digestOf(paperText(personId, id, read.value)) })
  }
  const done = () => {
    sign(undefined)
    forget()
    setTried(false)
    setSaved(true)
    renew(newId())
  }
  return (
    <>
      <form className="tl-stack" onSubmit={(event) => void hand(event)} noValidate autoComplete="off">
        <p className="tl-quiet-words">{said.bringLead}</p>
        <PaperFields typed={typed} type={type} faults={tried && !read.ok ? read.refusal : {}} />
        <Button type="submit" kind="act">
          {said.attest}
        </Button>
        <output>{isSaved && said.attested}</output>
      </form>
      {signing && <Sign {...{ personId, id, signing }} onDone={done} onClose={() => sign(undefined)} />}
    </>
  )
}

type SignProps = {
  personId: string
  id: string
  signing: Signing
  onDone: () => void
  onClose: () => void
}

function Sign({ personId, id, signing, onDone, onClose }: SignProps) {
  const said = useWords(words)
  const { me } = useHere()
  const { mutate, error, isPending } = useSend(bringPaper)
  const paper = { ...signing.said, personId, id, documentHash: signing.hash }
  return (
    <ConfirmSignature
      open
      onClose={onClose}
      title={said.attestTitle}
      printedName={me.name ?? ''}
      meaning={said.attestMeaning}
      documentHash={signing.hash}
      busy={isPending}
      onConfirmed={(confirmationId) => mutate({ ...paper, confirmationId }, { onSuccess: onDone })}
    >
      <Refusal refused={error} />
    </ConfirmSignature>
  )
}
