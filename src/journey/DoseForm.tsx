import { useRef, useState } from 'react'
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
import { NumberField } from '../platform/ui/NumberField.tsx'
import { useCareClock } from '../practice/useCareClock.web.ts'
import { AmountFields, amountOf, nothingWritten, type AmountWritten } from './AmountFields.tsx'
import { recordDose } from './dose.contract.ts'
import type { Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'
import { en as unheardEn } from './words.unheard.en.ts'
import { es as unheardEs } from './words.unheard.es.ts'

const words = { en, es }
const unheardWords = { en: unheardEn, es: unheardEs }

type Ago = keyof typeof en.ago
type Warned = 'unsaid' | 'unheard' | 'amount' | 'when' | null
const agos = ['0', '2', '5', '10', 'longer'] as const
type Props = { ready: Ready; roomHref: string }

/** Who lies here, said aloud by them; when it was given; and, where it was another, how much. Kept without a network too. */
export function DoseForm({ ready, roomHref }: Props) {
  const own = useWords(words)
  const [said, hear] = useState<Said>({ name: false, birth: false })
  const [ago, setAgo] = useState<Ago>('0')
  const [longer, typeLonger] = useState('')
  const [written, write] = useState<AmountWritten | null>(ready.order ? null : nothingWritten(ready))
  const unheard = useWords(unheardWords)
  const [warned, warn] = useState<Warned>(null)
  const record = useRecord(ready, roomHref)
  const amount = written ? amountOf(written, ready) : ready.order
  const missing = missingOf(said)
  const pressedOnce = warned === 'unsaid' || warned === 'unheard'
  /** Once both are ticked, the warning that they were not is about nothing. */
  const hearNow = (now: Said) => {
    hear(now)
    if (warned === 'unsaid' && !missingOf(now)) warn(null)
  }
  const give = () => {
    const minutes = minutesOf(ago, longer)
    if (!amount) return warn('amount')
    if (minutes === undefined) return warn('when')
    if (missing && !pressedOnce) return warn('unsaid')
    if (ready.unheardSince !== undefined && !pressedOnce) return warn('unheard')
    void record(amount, { said, minutes })
  }
  return (
    <div className="ready-dose">
      <h3>{own.give}</h3>
      <Identifiers ready={ready} said={said} onHear={hearNow} />
      <WhenGiven {...{ ago, longer }} onAgo={setAgo} onLonger={typeLonger} wrong={warned === 'when'} />
      {written && (
        <AmountFields ready={ready} written={written} onWrite={write} wrong={warned === 'amount'} />
      )}
      {ready.order && (
        <Button kind="link" size="small" onPress={() => write(written ? null : nothingWritten(ready))}>
          {written ? own.asOrdered : own.another}
        </Button>
      )}
      {warned === 'unsaid' && <Unsaid missing={missing} />}
      {ready.unheardSince !== undefined && <Notice state="stop">{unheard.unchecked}</Notice>}
      <Button kind="act" size="glove" wide onPress={give}>
        {pressedOnce ? own.recordAnyway : actWords(own, ago, longer)}
      </Button>
    </div>
  )
}

function Unsaid({ missing }: { missing: keyof typeof en.unsaid | undefined }) {
  const own = useWords(words)
  return missing ? <Notice state="waiting">{own.unsaid[missing]}</Notice> : null
}

type WhenProps = {
  ago: Ago
  longer: string
  onAgo: (ago: Ago) => void
  onLonger: (typed: string) => void
  wrong: boolean
}

/** Now, or a while ago; a dose that is written down late has its true moment all the same. */
function WhenGiven({ ago, longer, onAgo, onLonger, wrong }: WhenProps) {
  const own = useWords(words)
  return (
    <>
      <Choice
        label={own.when}
        value={ago}
        onChange={onAgo}
        options={agos.map((value) => ({ value, words: own.ago[value] }))}
      />
      {ago === 'longer' && (
        <NumberField
          label={own.minutesAgo}
          unit={own.minutesUnit}
          value={longer}
          onChange={onLonger}
          error={wrong ? own.minutesFault : undefined}
        />
      )}
    </>
  )
}

function actWords(own: typeof en, ago: Ago, longer: string): string {
  if (ago === '0') return own.givenAct
  return fill(own.givenAgo, { n: ago === 'longer' ? longer || '…' : ago })
}

/** Up to a day; what cannot be read is not guessed. */
function minutesOf(ago: Ago, longer: string): number | undefined {
  if (ago !== 'longer') return Number(ago)
  const typed = longer.trim()
  return /^\d{1,4}$/.test(typed) && Number(typed) <= 1_440 ? Number(typed) : undefined
}

interface Said {
  readonly name: boolean
  readonly birth: boolean
}

function missingOf({ name, birth }: Said): keyof typeof en.unsaid | undefined {
  if (name && birth) return undefined
  return name ? 'birth' : birth ? 'name' : 'both'
}

type Amount = NonNullable<ReturnType<typeof amountOf>>

/** Written down on this device at once, and sent as soon as it can be; then on to the room. */
function useRecord(ready: Ready, roomHref: string) {
  const [, navigate] = useLocation()
  const careClock = useCareClock()
  const outbox = useOutbox(ready.sessionId)
  const isGiven = useRef(false)
  return async (amount: Amount, { said, minutes }: { said: Said; minutes: number }) => {
    // A glove presses twice: one dose is one dose.
    if (isGiven.current) return
    isGiven.current = true
    const { product, form, route, labelMg, labelSalt } = amount
    const place = { id: newId(), sessionId: ready.sessionId, orderId: ready.order?.id ?? null }
    const heard = [said.name && ('name' as const), said.birth && ('birth-date' as const)]
    const identifiers = heard.filter((one) => one !== false)
    const givenAt = isoOf(instant(careClock()) - minutes * minute)
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
