import { type FormEvent, useState } from 'react'
import { day, isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { decisionText, type Decision } from './decision.ts'
import { decideAsked } from './safety.contract.ts'
import { SignWords, WrittenWords } from './WrittenWords.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const parts = ['reason', 'riskBenefit', 'mitigation'] as const
type Said = Record<(typeof parts)[number], string>
const nothing: Said = { reason: '', riskBenefit: '', mitigation: '' }

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
  const { me } = useHere()
  const [said, say, forget] = useTyped(`asked ${me.seatId} ${checkId}`, nothing)
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
        <WrittenWords
          {...{ parts, said }}
          labels={own}
          onSay={say}
          missing={handed ? missing : []}
          lacking={own.missing}
        />
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
      {signing && <Sign {...signing} onClose={() => sign(undefined)} onSigned={forget} />}
    </>
  )
}

const trimmed = ({ reason, riskBenefit, mitigation }: Said): Said => ({
  reason: reason.trim(),
  riskBenefit: riskBenefit.trim(),
  mitigation: mitigation.trim(),
})

type SignProps = { decision: Decision; documentHash: string; onClose: () => void; onSigned: () => void }

function Sign({ decision, documentHash, onClose, onSigned }: SignProps) {
  const { decision: said } = useWords(words)
  const { mutate, ...sending } = useSend(decideAsked)
  const [id] = useState(newId)
  return (
    <SignWords
      {...{ said, documentHash, sending, onClose }}
      onConfirmed={(confirmationId) =>
        mutate({ ...decision, id, confirmationId }, { onSuccess: () => (onSigned(), onClose()) })
      }
    />
  )
}
