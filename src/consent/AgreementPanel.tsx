import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark, type Status } from '../platform/ui/StatusMark.tsx'
import './consent.css'
import { ConsentWait } from './ConsentWait.tsx'
import { readConsent, type ConsentNow } from './consent.contract.ts'
import { isTouch, touchKinds, type Choices } from './document.ts'
import { PaperPart } from './PaperPart.tsx'
import { Rehearsal } from './Rehearsal.tsx'
import { SignedText } from './SignedText.tsx'
import { TeachPanel } from './TeachPanel.tsx'
import { touchSaid } from './touchSaid.ts'
import { useTakingBack } from './useTakingBack.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'
import { en as touchEn } from './words.touch.en.ts'
import { es as touchEs } from './words.touch.es.ts'

const words = { en, es }
const touchWords = { en: touchEn, es: touchEs }

/** How it stands with consent, live, for the team: what is allowed, what was taken back, what was signed. */
export function AgreementPanel({ personId }: { personId: string }) {
  const { panel } = useWords(words)
  const { data, error } = useAsk(readConsent, { personId })
  if (!data) return error ? <NotShown error={error} /> : <Loading />
  return (
    <section className="tl-consent-panel" aria-labelledby="agreement">
      <h2 id="agreement">{panel.title}</h2>
      <State now={data} />
      {data.choices && <Allowed choices={data.choices} without={data.without} />}
      {data.can.rehearse && <ConsentWait />}
      {data.state === 'stands' && <Rehearsal personId={personId} now={data} />}
      {data.can.papers && <PaperPart personId={personId} isSignedHere={data.state === 'stands'} />}
      <TeachPanel personId={personId} now={data} />
      <Doors personId={personId} now={data} />
    </section>
  )
}

/** To what was signed, and to writing down what was taken back aloud. */
function Doors({ personId, now }: { personId: string; now: ConsentNow }) {
  const { panel } = useWords(words)
  const [open, setOpen] = useState<'signed' | 'heard'>()
  return (
    <>
      <div className="tl-row">
        {now.signatureId && (
          <Button size="small" onPress={() => setOpen('signed')}>
            {panel.readIt}
          </Button>
        )}
        {now.state === 'stands' && now.can.withdraw && (
          <Button size="small" onPress={() => setOpen('heard')}>
            {panel.heard}
          </Button>
        )}
      </div>
      <Dialog open={open === 'signed'} onClose={() => setOpen(undefined)} title={panel.title} whole>
        {now.signatureId && <SignedText personId={personId} signatureId={now.signatureId} />}
      </Dialog>
      <Heard open={open === 'heard'} personId={personId} now={now} onClose={() => setOpen(undefined)} />
    </>
  )
}

const NotShown = ({ error }: { error: NonNullable<Parameters<typeof Refusal>[0]['refused']> }) =>
  error.problem.kind === 'not-allowed' ? null : <Refusal refused={error} />

const marks: Record<ConsentNow['state'], Status> = {
  stands: 'met',
  unsigned: 'waiting',
  expired: 'waiting',
  withdrawn: 'stop',
  broken: 'stop',
}

function State({ now }: { now: ConsentNow }) {
  const { panel } = useWords(words)
  const place = usePlace()
  const at = now.at ?? now.careNow
  const values = {
    moment: `${formatDate(at, place, 'date')}, ${formatDate(at, place, 'time')}`,
    day: formatDate(now.until ?? at, place, 'date'),
  }
  const more = {
    stands: undefined,
    unsigned: panel.unsignedWords,
    expired: panel.expiredWords,
    withdrawn: panel.withdrawnWords,
    broken: panel.brokenWords,
  }[now.state]
  return (
    <div>
      <StatusMark state={marks[now.state]}>{fill(panel[now.state], values)}</StatusMark>
      {more && <p>{more}</p>}
      {!now.window.open && <p className="tl-quiet-words">{panel.closed}</p>}
    </div>
  )
}

/** Seen by the team, so in the third person, and with what was taken back beside it. */
function Allowed({ choices, without }: { choices: Choices; without: readonly string[] }) {
  const { panel } = useWords(words)
  const own = useWords(touchWords)
  const said = (part: string, answer: string) =>
    without.some((one) => one === part || part.startsWith(`${one}:`))
      ? `${answer} (${panel.without})`
      : answer
  return (
    <DefinitionList
      items={[
        ...touchKinds.map((kind) => ({
          term: own.touch[kind],
          detail: said(`touch:${kind}`, touchSaid(own, choices.touch[kind])),
        })),
        { term: own.recording, detail: said('recording', own.recordings[choices.recording]) },
      ]}
    />
  )
}

type HeardProps = { open: boolean; personId: string; now: ConsentNow; onClose: () => void }

/** Said aloud, in the room: one press writes it down, and it holds from then. */
function Heard({ open, personId, now, onClose }: HeardProps) {
  const { panel } = useWords(words)
  const own = useWords(touchWords)
  const { take, busy, error } = useTakingBack(personId, onClose)
  const given = touchKinds.filter((kind) => now.choices && isTouch(now.choices.touch[kind]))
  return (
    <Dialog open={open} onClose={onClose} title={panel.heardTitle}>
      <p>{panel.heardWords}</p>
      <Refusal refused={error} />
      <div className="tl-stack">
        <Button kind="act" wide busy={busy} onPress={() => take('all')}>
          {panel.heardAll}
        </Button>
        {given.map((kind) => (
          <Button key={kind} wide busy={busy} onPress={() => take(`touch:${kind}`)}>
            {own.touch[kind]}
          </Button>
        ))}
        {now.choices && now.choices.recording !== 'no' && (
          <Button wide busy={busy} onPress={() => take('recording')}>
            {own.recording}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
