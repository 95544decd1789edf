import { type FormEvent, useState } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { day, isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { decisionText, type Decision } from './decision.ts'
import { decideAsked } from './safety.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const parts = ['reason', 'riskBenefit', 'mitigation'] as const
type Said = Record<(typeof parts)[number], string>

type Props = { personId: string; checkId: string; careNow: number }

/** A prescriber's written decision, for this day's check alone; it ends by itself within a day. */
export function DecisionForm(props: Props) {
  const { asked } = useWords(words)
  const [open, setOpen] = useState(false)
  if (open) return <Writing {...props} onClose={() => setOpen(false)} />
  return (
    <Button kind="act" onPress={() => setOpen(true)}>
      {asked.decide}
    </Button>
  )
}

function Writing({ personId, checkId, careNow, onClose }: Props & { onClose: () => void }) {
  const { decision: own } = useWords(words)
  const place = usePlace()
  const [said, say] = useState<Said>({ reason: '', riskBenefit: '', mitigation: '' })
  const [expiresAt] = useState(() => isoOf(careNow + day))
  const [handed, hand] = useState(false)
  const [signing, sign] = useState<{ decision: Decision; documentHash: string }>()
  const missing = parts.filter((part) => said[part].trim() === '')
  const go = async (event: FormEvent) => {
    event.preventDefault()
    hand(true)
    if (missing.length > 0) return
    const decision = { personId, checkId, expiresAt, ...trimmed(said) }
    sign({ decision, documentHash: await digestOf(decisionText(decision)) })
  }
  return (
    <>
      <form className="tl-asked-form" onSubmit={(event) => void go(event)} noValidate>
        <h3>{own.title}</h3>
        {parts.map((part) => (
          <TextArea
            key={part}
            label={own[part]}
            rows={2}
            maxLength={2000}
            value={said[part]}
            onChange={(text) => say({ ...said, [part]: text })}
            error={handed && missing.includes(part) ? own.missing : undefined}
          />
        ))}
        <p>
          {own.expires}: <strong>{formatDate(careNow + day, place, 'moment')}</strong>
        </p>
        <div className="tl-row">
          <Button kind="act" type="submit">
            {own.sign}
          </Button>
          <Button onPress={onClose}>{own.cancel}</Button>
        </div>
      </form>
      {signing && <Sign {...signing} onClose={() => sign(undefined)} />}
    </>
  )
}

const trimmed = ({ reason, riskBenefit, mitigation }: Said): Said => ({
  reason: reason.trim(),
  riskBenefit: riskBenefit.trim(),
  mitigation: mitigation.trim(),
})

type SignProps = { decision: Decision; documentHash: string; onClose: () => void }

function Sign({ decision, documentHash, onClose }: SignProps) {
  const { decision: own } = useWords(words)
  const { me } = useHere()
  const { mutate, error, isPending } = useSend(decideAsked)
  const [id] = useState(newId)
  return (
    <ConfirmSignature
      open
      onClose={onClose}
      title={own.title}
      printedName={me.name}
      meaning={own.meaning}
      documentHash={documentHash}
      busy={isPending}
      onConfirmed={(confirmationId) => mutate({ ...decision, id, confirmationId }, { onSuccess: onClose })}
    >
      <Refusal refused={error} />
    </ConfirmSignature>
  )
}
