import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import type { Chart } from '../course/chart.contract.ts'
import { PersonFrame } from '../course/PersonFrame.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { AskForm } from './AskForm.tsx'
import { CallForm } from './CallForm.tsx'
import { ChangedSince } from './ChangedSince.tsx'
import './clearance.css'
import { readClearance } from './clearance.contract.ts'
import { isCleared } from './clearance.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { Evidence } from './Evidence.tsx'
import { Findings } from './Findings.tsx'
import { readHistory } from '../intake/intake.contract.ts'
import { NothingOnFile } from '../intake/NothingOnFile.tsx'
import { markOfStanding } from './marks.ts'
import { SignedSoFar } from './SignedSoFar.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type ClearanceRead = output<typeof readClearance.reply>

/** The prescriber's page: what stands for and against, first; what it rests on, beside it; the decision, last. */
export function DecisionPage({ params }: { params: { personId: string } }) {
  const { personId } = params
  const { data, error } = useAsk(readClearance, { personId })
  return (
    <PersonFrame personId={personId} current="decision">
      {({ person }) =>
        data ? <Whole person={person} read={data} /> : error ? <Refusal refused={error} /> : <Loading />
      }
    </PersonFrame>
  )
}

function Whole({ person, read }: { person: Chart['person']; read: ClearanceRead }) {
  const said = useWords(words)
  return (
    <div className="tl-decision">
      <header className="tl-decision-head">
        <h1>{said.title}</h1>
        <Standing read={read} />
      </header>
      <div className="tl-decision-main">
        <ChangedSince read={read} />
        <OnFile personId={person.id} />
        <Findings personId={person.id} read={read} />
        {read.can.state && <AskForm personId={person.id} read={read} />}
        {read.can.promise && read.held && <CallForm personId={person.id} read={read} />}
        {read.can.decide && <DecisionForm person={person} read={read} />}
        <SignedSoFar read={read} />
        <p className="tl-quiet-words">{said.rules(read.rules.version, read.rules.unratified)}</p>
      </div>
      <Evidence personId={person.id} read={read} />
    </div>
  )
}

/** Where no record came, the findings below say "not known" for want of anyone to ask: that stands above them. */
function OnFile({ personId }: { personId: string }) {
  const { data } = useAsk(readHistory, { personId })
  if (!data || data.items.length > 0 || data.referrals.length > 0) return null
  return <NothingOnFile personId={personId} toQuestions={false} />
}

function Standing({ read }: { read: ClearanceRead }) {
  const said = useWords(words)
  const place = usePlace()
  const [newest] = read.clearances
  const until =
    newest?.validUntil && isCleared(read.standing)
      ? `, ${said.until(formatDate(newest.validUntil, place, 'date'))}`
      : ''
  return (
    <div>
      <StatusMark state={markOfStanding(read.standing)}>
        {said.standings[read.standing]}
        {until}
      </StatusMark>
      {newest?.broken && <p>{said.broken}</p>}
      {read.brokenOverrides.map(({ id, rule, by, at }) => (
        <StatusMark key={id} state="stop">
          {said.brokenOverride(titleOf(read, rule, place.language), by, formatDate(at, place, 'date'))}
        </StatusMark>
      ))}
      {read.standing === 'recalled' && newest && (
        <p>
          {said.recalledFor}{' '}
          {newest.recalledFor.map((rule) => titleOf(read, rule, place.language)).join(', ')}
        </p>
      )}
    </div>
  )
}

const titleOf = (read: ClearanceRead, rule: string, language: 'en' | 'es'): string =>
  read.findings.find((found) => found.rule === rule)?.title[language] ?? rule
