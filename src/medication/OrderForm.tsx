import { useState, type FormEvent } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { endOfDay } from '../clearance/until.ts'
import { isoOf } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { orderText } from './document.ts'
import { signOrder } from './order.contract.ts'
import type { Orders } from './order.contract.ts'
import { OrderFields } from './OrderFields.tsx'
import { orderSentence } from './sentence.web.ts'
import { nothingWritten, readOrder, type OrderFaults, type ReadOrder } from './typedOrder.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { read: Orders; courseId: string; onDone: () => void }
type Written = ReturnType<typeof writtenFrom>

const writtenFrom = (read: Orders, typed: ReadOrder, validUntil: number) => ({
  ...typed,
  route: read.protocol.route,
  validUntil,
  supersedes: read.inForce,
})

/** Written by hand, read over once more in the signature, and signed. */
export function OrderForm({ read, courseId, onDone }: Props) {
  const own = useWords(words)
  const { timeZone } = usePlace()
  const [typed, type, forget] = useTyped(`order ${read.me.seatId} ${courseId}`, nothingWritten)
  const [faults, find] = useState<OrderFaults>({})
  const [signing, sign] = useState<{ hash: string; written: Written }>()
  const hand = async (event: FormEvent) => {
    event.preventDefault()
    const order = readOrder(typed, read.protocol)
    const validUntil = endOfDay(typed.until, timeZone)
    if (!order.ok) return find(order.refusal)
    if (validUntil === null) return find({ until: 'missing' })
    const written = writtenFrom(read, order.value, validUntil)
    sign({ written, hash: await digestOf(orderText(courseId, written)) })
  }
  return (
    <>
      <form className="tl-stack order-form" noValidate onSubmit={(event) => void hand(event)}>
        <OrderFields
          read={read}
          typed={typed}
          faults={faults}
          onChange={(next) => {
            type(next)
            find({})
          }}
        />
        <Button kind="act" type="submit">
          {own.sign}
        </Button>
      </form>
      {signing && (
        <Signature
          read={read}
          courseId={courseId}
          signing={signing}
          onClose={() => sign(undefined)}
          onDone={() => (forget(), onDone())}
        />
      )}
    </>
  )
}

type SignatureProps = Props & { signing: { hash: string; written: Written }; onClose: () => void }

function Signature({ read, courseId, signing, onClose, onDone }: SignatureProps) {
  const own = useWords(words)
  const place = usePlace()
  const { written, hash } = signing
  const sending = useSend(signOrder)
  const title = orderSentence(own, { name: read.name, order: written }, place)
  const send = (confirmationId: string) =>
    sending.mutate(
      { courseId, id: newId(), ...written, validUntil: isoOf(written.validUntil), confirmationId },
      { onSuccess: onDone },
    )
  return (
    <ConfirmSignature
      open
      title={title}
      printedName={read.me.name}
      meaning={own.meaning}
      documentHash={hash}
      busy={sending.isPending}
      onClose={onClose}
      onConfirmed={send}
    >
      <Refusal refused={sending.error} />
    </ConfirmSignature>
  )
}
