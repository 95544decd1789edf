import { useEffect, useRef } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import type { ConsentNow } from './consent.contract.ts'
import { chosenTouch, saidStop } from './chosen.ts'
import { Chosen } from './ConsentText.tsx'
import { isTouch, touchKinds, type TouchKind } from './document.ts'
import { OwnPapers } from './OwnPapers.tsx'
import { useTakingBack } from './useTakingBack.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  personId: string
  now: ConsentNow
  justSigned: boolean
  /** Reads it all again, to choose otherwise and sign anew; what was signed holds until then. */
  onRead: () => void
}

/** What holds, each part with its way back, and one press that takes back all of it. */
export function Standing({ personId, now, justSigned, onRead }: Props) {
  const { stands, sign } = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (justSigned) heading.current?.focus()
  }, [justSigned])
  const place = usePlace()
  const { take, busy, error } = useTakingBack(personId)
  const signedAt = now.at ?? now.careNow
  return (
    <div className="tl-consent">
      <h1 tabIndex={-1} ref={heading}>
        {justSigned ? sign.done : stands.title}
      </h1>
      {justSigned && <p className="tl-lead">{sign.doneLead}</p>}
      <p>
        {fill(stands.signed, {
          moment: `${formatDate(signedAt, place, 'date')}, ${formatDate(signedAt, place, 'time')}`,
        })}{' '}
        {now.until !== null && fill(stands.until, { day: formatDate(now.until, place, 'date') })}
      </p>
      <LinkButton href={`/me/agreement/${now.signatureId}`} icon={<Icon name="print" />}>
        {stands.readIt}
      </LinkButton>
      <Refusal refused={error} />
      <section>
        <h2>{stands.allowed}</h2>
        <Allowed now={now} onTake={take} busy={busy} />
        <StopAndRehearsal now={now} />
        {now.window.open && now.can.sign && (
          <Button kind="link" onPress={onRead}>
            {stands.change}
          </Button>
        )}
      </section>
      <section className="tl-consent-back">
        <p>{stands.allWords}</p>
        <Button busy={busy} onPress={() => take('all')}>
          {stands.all}
        </Button>
      </section>
      <OwnPapers personId={personId} isSignedHere />
    </div>
  )
}

type AllowedProps = { now: ConsentNow; onTake: (part: string) => void; busy: boolean }

function Allowed({ now, onTake, busy }: AllowedProps) {
  const { choices: own } = now.documents[useLanguage()]
  const { read } = useWords(words)
  const { choices } = now
  if (!choices) return null
  const rows = [
    ...touchKinds.map((kind: TouchKind) => ({
      part: `touch:${kind}`,
      what: own.touch[kind],
      said: chosenTouch(own, kind, choices.touch[kind]),
      given: isTouch(choices.touch[kind]),
    })),
    {
      part: 'recording',
      what: read.recording,
      said: [own.recording[choices.recording]],
      given: choices.recording !== 'no',
    },
  ]
  return (
    <ul className="tl-consent-allowed">
      {rows.map(({ part, what, said, given }) => (
        <li key={part}>
          <p>
            {what}
            <strong>
              <Chosen said={said} />
            </strong>
          </p>
          <Back part={part} what={what} given={given} gone={isTakenBack(now, part)} {...{ onTake, busy }} />
        </li>
      ))}
    </ul>
  )
}

const isTakenBack = ({ without }: ConsentNow, part: string) =>
  without.some((one) => one === part || part.startsWith(`${one}:`))

type BackProps = Omit<AllowedProps, 'now'> & { part: string; what: string; given: boolean; gone: boolean }

function Back({ part, what, given, gone, onTake, busy }: BackProps) {
  const { stands } = useWords(words)
  if (gone) return <span className="tl-quiet-words">{stands.takenBack}</span>
  if (!given) return null
  return (
    <Button size="small" busy={busy} label={`${stands.takeBack}: ${what}`} onPress={() => onTake(part)}>
      {stands.takeBack}
    </Button>
  )
}

/** How they say stop, and that it was tried out: on the day nobody has to find the words. */
function StopAndRehearsal({ now }: { now: ConsentNow }) {
  const { stands } = useWords(words)
  const place = usePlace()
  const stop = saidStop(now.stop ?? now.choices?.stop ?? { word: '', gesture: '' })
  return (
    <>
      {stop && <p>{fill(stands.stop, { stop })}</p>}
      <p className="tl-quiet-words">
        {now.rehearsed
          ? fill(stands.rehearsed, {
              day: formatDate(now.rehearsed.at, place, 'date'),
              name: now.rehearsed.withName,
            })
          : stands.notRehearsed}
      </p>
    </>
  )
}
