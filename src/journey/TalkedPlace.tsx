import { useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { PlaceForm, YesNo, type PlaceProps } from './DayPlaces.tsx'
import { tellDay } from './told.contract.ts'
import { en } from './words.told.en.ts'
import { es } from './words.told.es.ts'

const words = { en, es }

/** The last journey: whether it was talked through, and whether the client wants another; or why it cannot be before this one. */
export function TalkedPlace({ ready, onDone }: PlaceProps) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellDay)
  const [talked, say] = useState<'yes' | 'no'>()
  const [wants, want] = useState<'yes' | 'no'>()
  const [wrong, mark] = useState(false)
  const save = () => {
    mark(!talked || !wants)
    if (!talked || !wants) return
    const told = { kind: 'talked', talked: talked === 'yes', wantsAnother: wants === 'yes' } as const
    mutate({ id: newId(), sessionId: ready.sessionId, told }, { onSuccess: onDone })
  }
  return (
    <>
      <PlaceForm
        of="talked"
        busy={isPending}
        refused={error}
        fault={wrong ? own.talkedFault : undefined}
        onSave={save}
      >
        <YesNo label={own.talked} value={talked} onChange={say} />
        <YesNo label={own.wantsAnother} value={wants} onChange={want} />
        <YesLater ready={ready} />
      </PlaceForm>
      {ready.can.instead.length > 0 && (
        <Disclosure title={own.instead}>
          <p>{own.insteadLead}</p>
          {ready.can.instead.map((capacity) => (
            <WhyNot key={capacity} ready={ready} capacity={capacity} onDone={onDone} />
          ))}
        </Disclosure>
      )}
    </>
  )
}

/** While a yes would not count yet: said before it is typed, so that nobody takes it for one that does. */
function YesLater({ ready: { gates, now } }: Pick<PlaceProps, 'ready'>) {
  const own = useWords(words)
  const place = usePlace()
  const until = gates.find(({ id }) => id === 'talked')?.because.until
  if (until === undefined || until <= now) return null
  return <p className="tl-quiet-words">{fill(own.yesLater, { until: formatDate(until, place, 'moment') })}</p>
}

function WhyNot({
  ready: { sessionId },
  capacity,
  onDone,
}: PlaceProps & { capacity: 'prescriber' | 'therapist' }) {
  const own = useWords(words)
  const { mutate, isPending, error } = useSend(tellDay)
  const [reason, type] = useState('')
  const [wrong, mark] = useState(false)
  const save = () => {
    mark(reason.trim() === '')
    if (reason.trim() === '') return
    const told = { kind: 'talked-instead', capacity, reason: reason.trim() } as const
    mutate({ id: newId(), sessionId, told }, { onSuccess: onDone })
  }
  return (
    <PlaceForm
      of="why"
      busy={isPending}
      refused={error}
      fault={wrong ? own.whyFault : undefined}
      onSave={save}
    >
      <TextArea label={own.why[capacity]} rows={2} maxLength={2000} value={reason} onChange={type} />
    </PlaceForm>
  )
}
