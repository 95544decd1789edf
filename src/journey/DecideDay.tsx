import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useSigned } from '../access/signed.web.ts'
import { SignWritten } from '../access/SignWritten.tsx'
import { endOfDay } from '../clearance/until.ts'
import { isoOf } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { decisionText, type DecisionWritten } from './document.ts'
import { decideDay } from './ready.contract.ts'
import type { DecidedGate } from './gateFacts.ts'
import type { Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

const nothing = {
  reason: '',
  riskBenefit: '',
  mitigation: '',
  chosen: undefined as 'go' | 'wait' | undefined,
}
type Draft = ReturnType<typeof useTyped<typeof nothing>>

type Props = { ready: Ready; gate: DecidedGate }

/** A prescriber's written decision for today, signed. */
export function DecideDay({ ready, gate }: Props) {
  const own = useWords(words)
  const [open, show] = useState(false)
  const draft = useTyped(`day ${ready.me.seatId} ${ready.sessionId} ${gate}`, nothing)
  const signed = useSigned(decideDay, () => {
    show(false)
    draft[2]()
  })
  const signing = signed.documentHash !== undefined
  const written = (told: DecisionWritten, hash: string) => {
    const place = { id: newId(), sessionId: ready.sessionId }
    signed.sign({ hash, asking: { ...place, ...told, expiresAt: isoOf(told.expiresAt) } })
  }
  const title = own.decideTitle[gate]
  return (
    <>
      <Button onPress={() => show(true)}>{own.decide}</Button>
      <Dialog open={open && !signing} onClose={() => !signing && show(false)} title={title}>
        <Refusal refused={signed.error} />
        <DecisionForm ready={ready} gate={gate} draft={draft} onWritten={written} />
      </Dialog>
      <SignWritten signed={signed} title={title} printedName={ready.me.name} meaning={own.decideMeaning} />
    </>
  )
}

type FormProps = Props & { draft: Draft; onWritten: (written: DecisionWritten, hash: string) => void }

function DecisionForm({ ready, gate, draft: [typed, type], onWritten }: FormProps) {
  const own = useWords(words)
  const { chosen } = typed
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
        onChange={(choice) => type({ ...typed, chosen: choice })}
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
