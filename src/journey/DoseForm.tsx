import { useState } from 'react'
import { useLocation } from 'wouter'
import { instant, isoOf, minute } from '../kernel/instant.ts'
import { newId } from '../platform/http/ask.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { useOutbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { useCareClock } from '../practice/useCareClock.web.ts'
import { AmountFields, amountOf, nothingWritten, type AmountWritten } from './AmountFields.tsx'
import { recordDose } from './dose.contract.ts'
import type { Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Ago = keyof typeof en.ago
type Props = { ready: Ready; roomHref: string }

/** Who lies here, said aloud by them; when it was given; and, where it was another, how much. Kept without a network too. */
export function DoseForm({ ready, roomHref }: Props) {
  const own = useWords(words)
  const [said, hear] = useState<Said>({ name: false, birth: false })
  const [ago, setAgo] = useState<Ago>('0')
  const [written, write] = useState<AmountWritten | null>(ready.order ? null : nothingWritten(ready))
  const [warned, warn] = useState<'unsaid' | 'amount' | null>(null)
  const record = useRecord(ready, roomHref)
  const amount = written ? amountOf(written, ready) : ready.order
  const give = () => {
    if (!amount) return warn('amount')
    if (!(said.name && said.birth) && warned !== 'unsaid') return warn('unsaid')
    void record(amount, { said, ago })
  }
  return (
    <div className="ready-dose">
      <h3>{own.give}</h3>
      <Identifiers ready={ready} said={said} onHear={hear} />
      <Choice
        label={own.when}
        value={ago}
        onChange={setAgo}
        options={(['0', '2', '5', '10'] as const).map((value) => ({ value, words: own.ago[value] }))}
      />
      {written && (
        <AmountFields ready={ready} written={written} onWrite={write} wrong={warned === 'amount'} />
      )}
      {ready.order && (
        <Button kind="link" size="small" onPress={() => write(written ? null : nothingWritten(ready))}>
          {written ? own.asOrdered : own.another}
        </Button>
      )}
      {warned === 'unsaid' && <Notice state="waiting">{own.unsaid}</Notice>}
      <Button kind="act" size="glove" wide onPress={give}>
        {warned === 'unsaid' ? own.recordAnyway : ago === '0' ? own.givenAct : fill(own.givenAgo, { n: ago })}
      </Button>
    </div>
  )
}

interface Said {
  readonly name: boolean
  readonly birth: boolean
}
type Amount = NonNullable<ReturnType<typeof amountOf>>

/** Written down on this device at once, and sent as soon as it can be; then on to the room. */
function useRecord(ready: Ready, roomHref: string) {
  const [, navigate] = useLocation()
  const careClock = useCareClock()
  const outbox = useOutbox(ready.sessionId)
  return async (amount: Amount, { said, ago }: { said: Said; ago: Ago }) => {
    const { product, form, route, labelMg, labelSalt } = amount
    const place = { id: newId(), sessionId: ready.sessionId, orderId: ready.order?.id ?? null }
    const heard = [said.name && ('name' as const), said.birth && ('birth-date' as const)]
    const identifiers = heard.filter((one) => one !== false)
    const givenAt = isoOf(instant(careClock()) - Number(ago) * minute)
    const given = { product, form, route, labelMg, labelSalt }
    await outbox.put(recordDose, { ...place, ...given, identifiers, givenAt })
    navigate(roomHref)
  }
}

type IdentifiersProps = {
  ready: Ready
  said: Said
  onHear: (said: Said) => void
}

function Identifiers({ ready, said, onHear }: IdentifiersProps) {
  const own = useWords(words)
  const place = usePlace()
  const date =
    ready.birthDate &&
    formatDate(Date.parse(`${ready.birthDate}T12:00:00Z`), { ...place, timeZone: 'UTC' }, 'date')
  return (
    <fieldset className="ready-identifiers">
      <legend className="tl-label">{own.giveLead}</legend>
      <Checkbox checked={said.name} onChange={(name) => onHear({ ...said, name })}>
        {fill(own.saidName, { name: ready.name })}
      </Checkbox>
      <Checkbox checked={said.birth} onChange={(birth) => onHear({ ...said, birth })}>
        {date ? fill(own.saidBirth, { date }) : own.birthUnknown}
      </Checkbox>
    </fieldset>
  )
}
