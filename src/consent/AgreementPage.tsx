import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { ClientFrame } from '../practice/ClientFrame.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import './consent.css'
import { readConsent, type ConsentNow } from './consent.contract.ts'
import { OwnPapers } from './OwnPapers.tsx'
import { Reading } from './Reading.tsx'
import { endSitting, isSat } from './sitting.web.ts'
import { Standing } from './Standing.tsx'
import { TalkFirst } from './TalkFirst.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** The client's own page about what they agreed to: read, sign once, read again, take back. */
export function AgreementPage() {
  const { me } = useHere()
  return <ClientFrame current="today">{me.personId && <Agreement personId={me.personId} />}</ClientFrame>
}

function Agreement({ personId }: { personId: string }) {
  const { data, error } = useAsk(readConsent, { personId })
  const [reading, read] = useState(() => isSat(personId))
  const [signed, sign] = useState(false)
  const stop = () => {
    endSitting(personId)
    read(false)
  }
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  if (reading)
    return (
      <Reading
        personId={personId}
        now={data}
        onSigned={() => {
          sign(true)
          stop()
        }}
        onLeave={stop}
      />
    )
  if (data.state === 'stands')
    return <Standing personId={personId} now={data} justSigned={signed} onRead={() => read(true)} />
  return <Start personId={personId} now={data} onRead={() => read(true)} />
}

function Start({ personId, now, onRead }: { personId: string; now: ConsentNow; onRead: () => void }) {
  const { start } = useWords(words)
  return (
    <div className="tl-consent">
      <h1>{start.title}</h1>
      <Before now={now} />
      <p className="tl-lead">{start.lead}</p>
      <Closed now={now} />
      <div className="tl-consent-two">
        <Button kind="act" wide onPress={onRead}>
          {now.place ? start.goOn : start.read}
        </Button>
        <TalkFirst personId={personId} />
      </div>
      <LinkButton kind="link" href="/me">
        {start.notNow}
      </LinkButton>
      <OwnPapers personId={personId} isSignedHere={false} />
    </div>
  )
}

/** What became of an earlier signature, said plainly. */
function Before({ now }: { now: ConsentNow }) {
  const { start, stands } = useWords(words)
  const moment = useMoment()
  if (now.state === 'broken') return <Notice state="stop">{start.broken}</Notice>
  if (now.state === 'expired') return <Notice>{`${stands.expired} ${start.again}`}</Notice>
  if (now.state === 'withdrawn' && now.at !== null)
    return <Notice title={fill(stands.withdrawn, { moment: moment(now.at) })}>{stands.withdrawnWords}</Notice>
  return null
}

export function Closed({ now }: { now: Pick<ConsentNow, 'window'> }) {
  const { start } = useWords(words)
  const moment = useMoment()
  const { open, until } = now.window
  if (open) return null
  return (
    <Notice title={start.closed}>
      <p>{until === null ? start.closedOpen : fill(start.closedUntil, { moment: moment(until) })}</p>
      <p>{start.closedStill}</p>
    </Notice>
  )
}

function useMoment(): (at: number) => string {
  const place = usePlace()
  return (at) => `${formatDate(at, place, 'weekday')}, ${formatDate(at, place, 'time')}`
}
