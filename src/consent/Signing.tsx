import { useState } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { Steps } from '../platform/ui/Steps.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { signConsent } from './consent.contract.ts'
import { ChosenList } from './ConsentText.tsx'
import { shownText, type Choices, type ConsentDocument } from './document.ts'
import { TalkFirst } from './TalkFirst.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

interface ReadThrough {
  readonly personId: string
  readonly openingId: string
  readonly document: ConsentDocument
  readonly choices: Choices
  readonly personName: string
}

type Props = {
  step: { step: number; of: number }
  reading: ReadThrough
  onBack: () => void
  onSigned: (signatureId: string) => void
}

/** The last page: what was chosen, what signing means, one's name. Talking first stands beside it and counts as much. */
export function Signing({ step, reading, onBack, onSigned }: Props) {
  const { sign, read } = useWords(words)
  return (
    <div className="tl-consent">
      <Steps {...step} title={sign.title} />
      <p className="tl-lead">{sign.lead}</p>
      <section>
        <h2>{sign.chosen}</h2>
        <ChosenList document={reading.document} choices={reading.choices} />
      </section>
      <Notice title={sign.means}>{reading.document.meaning}</Notice>
      <NameForm reading={reading} onSigned={onSigned} />
      <Button kind="link" onPress={onBack}>
        {read.back}
      </Button>
    </div>
  )
}

function NameForm({ reading, onSigned }: Pick<Props, 'reading' | 'onSigned'>) {
  const { sign } = useWords(words)
  const [name, write] = useState('')
  const [missing, mark] = useState(false)
  const [hash, confirm] = useState<string>()
  const printedName = name.trim()
  const hand = async () => {
    mark(printedName.length < 2)
    if (printedName.length >= 2) confirm(await digestOf(shownText({ ...reading, printedName })))
  }
  return (
    <>
      <TextField
        label={sign.name}
        hint={fill(sign.nameHint, { name: reading.personName })}
        error={missing ? sign.nameMissing : undefined}
        value={name}
        onChange={write}
        maxLength={120}
        autoComplete="name"
        autoCapitalize="words"
      />
      <div className="tl-consent-two">
        <Button kind="act" wide onPress={() => void hand()}>
          {sign.sign}
        </Button>
        <TalkFirst personId={reading.personId} />
      </div>
      {hash && (
        <Confirming
          reading={reading}
          printedName={printedName}
          documentHash={hash}
          onClose={() => confirm(undefined)}
          onSigned={onSigned}
        />
      )}
    </>
  )
}

type ConfirmingProps = {
  reading: ReadThrough
  printedName: string
  documentHash: string
  onClose: () => void
  onSigned: (signatureId: string) => void
}

function Confirming({ reading, printedName, documentHash, onClose, onSigned }: ConfirmingProps) {
  const { sign } = useWords(words)
  const { personId, openingId, document, choices } = reading
  const { mutate, error, isPending } = useSend(signConsent)
  const [id] = useState(newId)
  const send = (confirmationId: string) =>
    mutate(
      {
        id,
        personId,
        openingId,
        choices,
        printedName,
        documentHash,
        confirmationId,
        language: document.language,
        documentVersion: document.version,
      },
      { onSuccess: () => onSigned(id) },
    )
  return (
    <ConfirmSignature
      open
      onClose={onClose}
      title={sign.signTitle}
      printedName={printedName}
      meaning={document.meaning}
      documentHash={documentHash}
      onConfirmed={send}
      busy={isPending}
    >
      <Refusal refused={error} />
    </ConfirmSignature>
  )
}
