import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { AskForm } from './AskForm.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { FormulationForm } from './FormulationForm.tsx'
import { Judgements } from './Judgements.tsx'
import { PlanPart } from './PlanPart.tsx'
import './safety.css'
import { readAsked, type AskedNow } from './safety.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = {
  personId: string
  /** The session it is asked for, where there is one. */
  sessionId?: string | undefined
}

/** The question asked in person: today's answer, what it asks of whom, the plan, and the earlier answers. */
export function AskedPanel({ personId, sessionId }: Props) {
  const { data, error } = useAsk(readAsked, { personId })
  if (!data) return error ? <Refused error={error} /> : <Loading />
  return <Asked personId={personId} sessionId={sessionId ?? null} now={data} />
}

type AskedProps = { personId: string; sessionId: string | null; now: AskedNow }

function Asked({ personId, sessionId, now }: AskedProps) {
  const { asked: said } = useWords(words)
  const decides = now.verdict === 'needs-decision' && now.can.decide && now.missing.includes('override')
  return (
    <section className="tl-asked" aria-labelledby="asked">
      <h2 id="asked">{said.title}</h2>
      <Verdict now={now} />
      {now.can.record && (
        <Asking key={now.checks[0]?.id} now={now} personId={personId} sessionId={sessionId} />
      )}
      {decides && <DecisionForm personId={personId} checkId={now.checkId ?? ''} careNow={now.careNow} />}
      {now.can.formulate && <FormulationForm personId={personId} first={callsForJudgement(now)} />}
      {now.formulations.length > 0 && <Judgements judged={now.formulations} />}
      <PlanPart personId={personId} />
      {now.checks.length > 0 && (
        <Disclosure title={said.earlier}>
          <Earlier checks={now.checks} />
        </Disclosure>
      )}
    </section>
  )
}

/** A clinician's judgement is the next thing: it is called for, or it alone opens the way again. */
const callsForJudgement = ({ verdict, because }: AskedNow): boolean =>
  verdict === 'needs-formulation' || because === 'right-now' || because === 'high'

/** Who may not know of it is shown nothing at all. */
const Refused = ({ error }: { error: NonNullable<Parameters<typeof Refusal>[0]['refused']> }) =>
  error.problem.kind === 'not-allowed' ? null : <Refusal refused={error} />

function Verdict({ now }: { now: AskedNow }) {
  const { asked: said } = useWords(words)
  if (now.verdict === 'met') {
    const clear = now.checks.find(({ id }) => id === now.checkId)?.answer === 'no-thoughts' && !now.decided
    return <StatusMark state="met">{clear ? said.met : said.metDecided}</StatusMark>
  }
  if (now.verdict === 'not-asked')
    return (
      <div>
        <StatusMark state="waiting">{said.notAsked}</StatusMark>
        <p className="tl-quiet-words">{said.notAskedWords}</p>
      </div>
    )
  if (now.verdict === 'stop') return <Stop now={now} />
  if (now.verdict === 'needs-formulation') return <NeedsJudgement now={now} />
  return (
    <Notice title={said.needs} state="waiting">
      <p>{needsWords(said, now.because)}</p>
      <ul className="tl-asked-missing">
        {now.missing.map((one) => (
          <li key={one}>{said.missing[one]}</li>
        ))}
      </ul>
      <p className="tl-quiet-words">{said.rule}</p>
    </Notice>
  )
}

type Words = (typeof en)['asked']

function needsWords(said: Words, because: AskedNow['because']): string {
  if (because === 'recent-alarm') return said.needsAlarm
  if (because === 'earlier-alarm') return said.needsEarlier
  return because === 'moderate' ? said.needsModerate : said.needsThoughts
}

function NeedsJudgement({ now: { because, toldAt } }: { now: AskedNow }) {
  const { asked: said } = useWords(words)
  const place = usePlace()
  const why = said.needsFormulationWhy[because === 'alarm' ? 'alarm' : 'screen']
  return (
    <Notice title={said.needsFormulation} state="waiting">
      <p>{fill(why, { at: formatDate(toldAt ?? 0, place, 'moment') })}</p>
    </Notice>
  )
}

function Stop({ now: { because, toldAt } }: { now: AskedNow }) {
  const { asked: said } = useWords(words)
  const place = usePlace()
  const why = because === 'right-now' || because === 'high' ? said.stopWhy[because] : undefined
  return (
    <Notice title={said.stop} state="stop">
      {why !== undefined && <p>{fill(why, { at: formatDate(toldAt ?? 0, place, 'moment') })}</p>}
      <ol className="tl-asked-steps">
        {said.stopSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="tl-quiet-words">{said.stopRule}</p>
    </Notice>
  )
}

function Asking({ now, ...place }: { now: AskedNow; personId: string; sessionId: string | null }) {
  const { asked: said } = useWords(words)
  const [again, ask] = useState(now.verdict === 'not-asked')
  if (again) return <AskForm {...place} onDone={() => ask(false)} />
  return (
    <Button size="small" onPress={() => ask(true)}>
      {said.again}
    </Button>
  )
}

function Earlier({ checks }: { checks: AskedNow['checks'] }) {
  const { asked: said } = useWords(words)
  const place = usePlace()
  return (
    <ul className="tl-asked-earlier">
      {checks.map(({ id, answer, askedAt, arrivedAt, doubt, askedBy }) => (
        <li key={id}>
          <strong>{said.answers[answer]}</strong>
          <span className="tl-quiet-words">
            <TimeText at={askedAt} />, {said.by(askedBy)}
            {arrivedAt !== null && `; ${fill(said.arrived, { at: formatDate(arrivedAt, place, 'moment') })}`}
            {doubt && `; ${said.doubt[doubt]}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
