import { useState } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { forgetSitting, keepSitting, keptSitting } from '../platform/offline/device.ts'
import { dischargeDespite, type Closing } from './discharge.contract.ts'
import { dischargeText } from './document.ts'
import { en } from './words.closing.en.ts'
import { es } from './words.closing.es.ts'

const words = { en, es }

type Props = {
  read: Closing
  open: readonly string[]
  /** No network: it can be written, and not be signed. */
  isOffline: boolean
}

type Signing = { readonly hash: string; readonly open: readonly string[] }

/** Kept in this tab as it is typed, so that a page that is loaded again without a network still has it. */
function useReason(about: string) {
  const [typed, type, forgetTyped] = useTyped<string | undefined>(about, undefined)
  const write = (reason: string) => {
    keepSitting(about, reason)
    type(reason)
  }
  const forget = () => {
    forgetSitting(about)
    forgetTyped()
  }
  return [typed ?? (keptSitting(about) as string | undefined) ?? '', write, forget] as const
}

/** The prescriber's written way out: signed over exactly what was open. */
export function ClosingDespite({ read, open, isOffline }: Props) {
  const own = useWords(words)
  const [reason, write, forget] = useReason(`closing ${read.me.seatId} ${read.sessionId}`)
  const [marked, mark] = useState(false)
  const [signing, sign] = useState<Signing>()
  const said = reason.trim()
  const hand = async () => {
    mark(true)
    if (said.length < 3 || isOffline) return
    sign({ open, hash: await digestOf(dischargeText(read.sessionId, { reason: said, open })) })
  }
  return (
    <Disclosure title={own.overrideTitle}>
      <form
        className="tl-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void hand()
        }}
      >
        <p>{own.overrideLead}</p>
        <Notice state={isOffline ? 'waiting' : undefined}>
          {isOffline ? own.overrideOffline : own.overrideNetwork}
        </Notice>
        <TextArea
          label={own.overrideReason}
          value={reason}
          onChange={write}
          error={marked && said.length < 3 ? own.reasonMissing : undefined}
        />
        {!isOffline && <Button type="submit">{own.overrideSign}</Button>}
        {isOffline && (
          <p className="tl-quiet-words">{reason.trim() ? own.overrideKept : own.overrideWaits}</p>
        )}
      </form>
      {signing && (
        <Signature
          read={read}
          reason={said}
          signing={signing}
          onClose={() => sign(undefined)}
          onSigned={forget}
        />
      )}
    </Disclosure>
  )
}

type SignatureProps = {
  read: Closing
  reason: string
  signing: Signing
  onClose: () => void
  onSigned: () => void
}

function Signature({ read, reason, signing, onClose, onSigned }: SignatureProps) {
  const own = useWords(words)
  const sending = useSend(dischargeDespite)
  const send = (confirmationId: string) =>
    sending.mutate(
      { sessionId: read.sessionId, id: newId(), reason, open: [...signing.open], confirmationId },
      { onSuccess: () => (onSigned(), onClose()) },
    )
  return (
    <ConfirmSignature
      open
      title={fill(own.document, { name: read.name, number: read.number })}
      printedName={read.me.name}
      meaning={own.meaning}
      documentHash={signing.hash}
      busy={sending.isPending}
      onClose={onClose}
      onConfirmed={send}
    >
      <Refusal refused={sending.error} />
    </ConfirmSignature>
  )
}
