import { useState } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { endOfDay } from '../clearance/until.ts'
import { isoOf } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { decisionText, type DecisionWritten } from './document.ts'
import { decideDay } from './ready.contract.ts'
import type { Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Props = { ready: Ready; gate: 'pressure' | 'interval' }

/** A prescriber's written decision for today, signed. */
export function DecideDay({ ready, gate }: Props) {
  const own = useWords(words)
  const [open, show] = useState(false)
  const [signing, sign] = useState<{ written: DecisionWritten; hash: string } | null>(null)
  const sending = useSend(decideDay)
  const close = () => {
    show(false)
    sign(null)
  }
  const send = (confirmationId: string) => {
    if (!signing) return
    const { written } = signing
    const place = { id: newId(), sessionId: ready.sessionId, confirmationId }
    sending.mutate({ ...place, ...written, expiresAt: isoOf(written.expiresAt) }, { onSuccess: close })
  }
  return (
    <>
      <Button onPress={() => show(true)}>{own.decide}</Button>
      <Dialog open={open && !signing} onClose={close} title={own.decideTitle[gate]}>
        <DecisionForm ready={ready} gate={gate} onWritten={(written, hash) => sign({ written, hash })} />
      </Dialog>
      {signing && (
        <ConfirmSignature
          open
          onClose={close}
          title={own.decideTitle[gate]}
          printedName={ready.me.name}
          meaning={own.decideMeaning}
          documentHash={signing.hash}
          busy={sending.isPending}
          onConfirmed={send}
        >
          <Refusal refused={sending.error} />
        </ConfirmSignature>
      )}
    </>
  )
}

type FormProps = Props & { onWritten: (written: DecisionWritten, hash: string) => void }

function DecisionForm({ ready, gate, onWritten }: FormProps) {
  const own = useWords(words)
  const [typed, type] = useState({ reason: '', riskBenefit: '', mitigation: '' })
  const [chosen, choose] = useState<'go' | 'wait' | undefined>()
  const [wrong, mark] = useState(false)
  const expiresAt = endOfDay(dayIn(ready.now, ready.timeZone), ready.timeZone) ?? ready.now
  const write = async () => {
    const { reason, riskBenefit, mitigation } = typed
    const whole = chosen && [reason, riskBenefit, mitigation].every((text) => text.trim() !== '')
    mark(!whole)
    if (!whole) return
    const texts = { reason: reason.trim(), riskBenefit: riskBenefit.trim(), mitigation: mitigation.trim() }
    const written = { gate, proceed: chosen === 'go', ...texts, expiresAt }
    onWritten(written, await digestOf(decisionText(ready.sessionId, written)))
  }
  return (
    <div className="tl-stack">
      <Choice
        label={own.decideTitle[gate]}
        hideLabel
        value={chosen}
        onChange={choose}
        options={[
          { value: 'go', words: own.proceed },
          { value: 'wait', words: own.delay },
        ]}
      />
      {(['reason', 'riskBenefit', 'mitigation'] as const).map((field) => (
        <TextArea
          key={field}
          label={own[field]}
          rows={2}
          value={typed[field]}
          onChange={(text) => type({ ...typed, [field]: text })}
          error={wrong && typed[field].trim() === '' ? own.decideFault : undefined}
        />
      ))}
      <p className="tl-quiet-words">{own.decideUntil}</p>
      <Button kind="act" onPress={() => void write()}>
        {own.decideSign}
      </Button>
    </div>
  )
}
