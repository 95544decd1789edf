import { useState } from 'react'
import { ConfirmSignature } from '../access/ConfirmSignature.tsx'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { digestOf } from '../platform/http/digest.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { StatusMark, type Status } from '../platform/ui/StatusMark.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { secondText } from './document.ts'
import { signSecond, stopOrder } from './order.contract.ts'
import type { Orders } from './order.contract.ts'
import { orderSentence, overWords, weightWords } from './sentence.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Order = Orders['orders'][number]
type Props = { order: Order; read: Orders; courseId: string }

/** One signed order as it was signed, how it stands, and what can still be done with it. */
export function OrderItem({ order, read, courseId }: Props) {
  const own = useWords(words)
  const place = usePlace()
  const at = (moment: number) => formatDate(moment, place, 'moment')
  const [state, said] = standing(own, { order, read, at })
  return (
    <li className="order-item">
      <StatusMark state={state}>{said}</StatusMark>
      <h2>
        {fill(own.oneDose, {
          mg: order.labelMg,
          salt: own.salts[order.labelSalt],
          base: order.baseMg,
          over: overWords(own, order.overMinutes),
        })}
      </h2>
      <p>
        {own.products[order.product]}, {own.forms[order.form]}, {own.routes[order.route]}.{' '}
        {fill(own.given, { given: order.dosesGiven, doses: order.doses })}.{' '}
        {weightWords(own, order.weightKg, place)}.{' '}
        {fill(own.goodUntil, { until: formatDate(order.validUntil, place, 'date') })}.
      </p>
      <Broken order={order} />
      {order.rangeReason && <p>{fill(own.why, { reason: order.rangeReason })}</p>}
      <p className="tl-quiet-words">
        {fill(own.signedBy, { name: order.signedByName, at: at(order.signedAt) })}
        {order.second && ` · ${fill(own.secondBy, { name: order.second.byName, at: at(order.second.at) })}`}
      </p>
      {state === 'waiting' && read.can.second && order.signedBy !== read.me.seatId && (
        <SecondSignature order={order} read={read} courseId={courseId} />
      )}
      {order.id === read.inForce && read.can.stop && <Stop order={order} courseId={courseId} />}
    </li>
  )
}

/** What stands here is not what was signed: said in so many words, and the order counts for nothing. */
function Broken({ order }: { order: Order }) {
  const own = useWords(words)
  return (
    <>
      {order.broken && <StatusMark state="stop">{own.broken}</StatusMark>}
      {order.second?.broken && <StatusMark state="stop">{own.secondBroken}</StatusMark>}
    </>
  )
}

type Seen = { order: Order; read: Orders; at: (moment: number) => string }

function standing(own: typeof en, { order, read, at }: Seen): [Status, string] {
  if (order.stoppedAt !== null) return ['stop', fill(own.stopped, { at: at(order.stoppedAt) })]
  if (order.supersededAt !== null) return ['stop', fill(own.replaced, { at: at(order.supersededAt) })]
  if (order.id === read.inForce && order.broken) return ['stop', own.notInForce]
  if (order.id === read.inForce) return ['met', own.inForce]
  return order.range === 'second' && !order.second ? ['waiting', own.waitsSecond] : ['stop', own.ended]
}

function Stop({ order, courseId }: { order: Order; courseId: string }) {
  const own = useWords(words)
  const [reason, write] = useState('')
  const [marked, mark] = useState(false)
  const stopping = useSend(stopOrder)
  const missing = marked && reason.trim().length < 3
  return (
    <Disclosure title={own.stop}>
      <form
        className="tl-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          mark(true)
          if (reason.trim().length >= 3) stopping.mutate({ courseId, orderId: order.id, id: newId(), reason })
        }}
      >
        <TextArea
          label={own.stopWhy}
          value={reason}
          onChange={write}
          error={missing ? own.fault.reason : undefined}
        />
        <Refusal refused={stopping.error} />
        <Button type="submit" busy={stopping.isPending}>
          {own.stopNow}
        </Button>
      </form>
    </Disclosure>
  )
}

function SecondSignature({ order, read, courseId }: Props) {
  const own = useWords(words)
  const place = usePlace()
  const [hash, sign] = useState<string>()
  const signing = useSend(signSecond)
  return (
    <>
      <Button onPress={() => void digestOf(secondText(order.id)).then(sign)}>{own.second}</Button>
      {hash && (
        <ConfirmSignature
          open
          title={orderSentence(own, { name: read.name, order }, place)}
          printedName={read.me.name}
          meaning={own.secondMeaning}
          documentHash={hash}
          busy={signing.isPending}
          onClose={() => sign(undefined)}
          onConfirmed={(confirmationId) =>
            signing.mutate(
              { courseId, orderId: order.id, id: newId(), confirmationId },
              { onSuccess: () => sign(undefined) },
            )
          }
        >
          <Refusal refused={signing.error} />
        </ConfirmSignature>
      )}
    </>
  )
}
