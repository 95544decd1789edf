import type { output } from 'zod/v4/core'
import { whenWords } from '../intake/WhenText.tsx'
import { formatDate, type Place } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed, plural } from '../platform/i18n/plural.ts'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { GateList, GateRow } from '../platform/ui/GateRow.tsx'
import type { Status } from '../platform/ui/StatusMark.tsx'
import { inGroup, openAsks, type FindingGroup } from './arranging.ts'
import type { FindingShape, readClearance } from './clearance.contract.ts'
import { mayOverride } from './clearance.ts'
import { isEvidence } from './known.ts'
import { OverrideButton } from './OverrideDialog.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

export type FindingRead = output<typeof FindingShape>
type Read = output<typeof readClearance.reply>
type Props = { personId: string; read: Read }

const open: readonly FindingGroup[] = ['stops', 'unknown', 'writing', 'written', 'read']

/** Stops first, then what is not known, then what waits for a written decision; what is settled is closed away. */
export function Findings({ personId, read }: Props) {
  const said = useWords(words)
  const { language } = usePlace()
  const groups = open
    .map((group) => ({ group, found: inGroup(read.findings, group) }))
    .filter(({ found }) => found.length > 0)
  const settled = inGroup(read.findings, 'settled')
  const { questions, measures, evidence } = openAsks(read.findings)
  // What nobody asked yet may stand among what is to be read; something known does not stand there by that.
  const heard = groups.some(({ found }) => found.some(({ because }) => because.length > 0))
  const asking = questions.length + measures.length + evidence.length > 0
  return (
    <section className="tl-decision-part">
      {!heard && <p>{asking ? said.notAsked : said.nothingOpen}</p>}
      {groups.map(({ group, found }) => (
        <div key={group} className="tl-decision-group">
          <h2>{said.groups[group as Exclude<FindingGroup, 'settled'>]}</h2>
          <GateList>
            {found.map((one) => (
              <Row key={one.rule} found={one} read={read} personId={personId} />
            ))}
          </GateList>
        </div>
      ))}
      {settled.length > 0 && (
        <Disclosure title={plural(language, settled.length, said.groups.settled)}>
          <GateList>
            {settled.map((one) => (
              <Row key={one.rule} found={one} read={read} personId={personId} />
            ))}
          </GateList>
        </Disclosure>
      )}
    </section>
  )
}

const markOf = ({ state, severity, override }: FindingRead): Status => {
  if (state === 'settled' || override !== null || severity === 'info') return 'met'
  return severity === 'block' && state === 'present' ? 'stop' : 'waiting'
}

function Row({ found, read, personId }: { found: FindingRead; read: Read; personId: string }) {
  const said = useWords(words)
  const place = usePlace()
  return (
    <GateRow
      state={markOf(found)}
      title={found.title[place.language]}
      because={
        <>
          <Because found={found} read={read} />
          {found.override && <Written override={found.override} />}
          {found.state !== 'settled' && found.override === null && (
            <span className="tl-gate-line">{found.clears[place.language]}</span>
          )}
          {found.own && <Own own={found.own} isRaised={found.raised} />}
          <span className="tl-gate-line tl-quiet-words">{basisOf(found, said)}</span>
        </>
      }
      clears={found.who === 'nobody' ? null : (said.who[found.who] ?? found.who)}
      action={
        read.can.decide && isForJudgement(found) && mayOverride(found) ? (
          <OverrideButton personId={personId} found={found} read={read} />
        ) : undefined
      }
    />
  )
}

/** What speaks against it, what nobody can know, and what has no test: an open question is asked first. */
const isForJudgement = ({ state, because, questions }: FindingRead): boolean =>
  state === 'present' ||
  questions.length === 0 ||
  because.some(({ kind, text }) => kind === 'statement' && text === 'cannot-be-known')

type OwnProps = { own: NonNullable<FindingRead['own']>; isRaised: boolean }

/** The practice’s own decision about the rule, by which it counts here. */
function Own({ own, isRaised }: OwnProps) {
  const said = useWords(words)
  const place = usePlace()
  const about = [listed(place.language, own.by), formatDate(own.since, place, 'date')] as const
  return (
    <span className={isRaised ? 'tl-gate-line' : 'tl-gate-line tl-quiet-words'}>
      {isRaised ? said.raisedHere(...about) : said.ratifiedHere(...about)}
    </span>
  )
}

const basisOf = ({ rule, version, sources, tags }: FindingRead, said: typeof en): string => {
  const id = `${rule}, ${said.ruleVersion(version)}`
  const basis = sources.length === 0 ? said.basisOwn(id) : said.basis(id, sources.join(', '))
  return tags.includes('PD') ? `${basis} · ${said.proposed}` : basis
}

function Because({ found, read }: { found: FindingRead; read: Read }) {
  const said = useWords(words)
  const place = usePlace()
  const facts = found.because.map((fact) => factWords(fact, { read, said, place }))
  const missing = missingWords(found, read, said)
  return (
    <>
      {missing && <span className="tl-gate-line">{missing}</span>}
      {facts.map((fact) => (
        <span key={fact} className="tl-gate-line">
          {fact}
        </span>
      ))}
    </>
  )
}

function missingWords(found: FindingRead, { questions }: Read, said: typeof en): string | undefined {
  if (found.measures.includes('systolic')) return said.tooFewReadings
  const ofToday = questions.filter((one) => one.ofToday).map(({ id }) => id)
  const onlyToday = found.questions.length > 0 && found.questions.every((id) => ofToday.includes(id))
  if (found.state === 'expired') return onlyToday ? said.ofAnotherDay : said.expired
  return found.because.length === 0 ? said.noRecord : undefined
}

type Telling = { read: Read; said: typeof en; place: Place }

function factWords(fact: FindingRead['because'][number], { read, said, place }: Telling): string {
  if (fact.kind === 'birth-date') return said.born(whenWords(fact.text, place))
  if (fact.kind === 'telling') return toldWords(fact, { read, said, place })
  if (fact.kind === 'statement') return said.said(fact.saidBy, answerWords(fact, { read, said, place }))
  if (fact.kind === 'change') return changeWords(fact, { read, said, place })
  if (fact.kind === 'dose') return said.doseOn(fact.when ? whenWords(fact.when, place) : '')
  if (fact.measure !== null) return measureWords(fact, { read, said, place })
  const when = fact.when ? `, ${whenWords(fact.when, place)}` : ''
  return `${fact.text}${when} (${said.standing[fact.standing]})`
}

/** Told on the day of a session, since the visit before. */
function changeWords({ text, when }: FindingRead['because'][number], { said, place }: Telling): string {
  return said.changedOn(
    said.changes[text as keyof typeof said.changes] ?? text,
    when ? whenWords(when, place) : '',
  )
}

/** In the client’s own language of the form, read in the reader’s. */
function toldWords({ id }: FindingRead['because'][number], { read, said, place }: Telling): string {
  const told = read.told.find((one) => one.id === id)
  return told ? said.told.says(`${told.ask[place.language]} ${told.said[place.language]}`) : ''
}

/** A number, with what was measured and when. */
function measureWords(fact: FindingRead['because'][number], { read, place }: Telling): string {
  const measure = read.measures.find(({ id }) => id === fact.measure)
  const title = measure?.title[place.language] ?? (fact.measure ?? '').toUpperCase()
  return `${title}: ${fact.text}${fact.when ? `, ${whenWords(fact.when, place)}` : ''}`
}

/** An answer in the words in which it was offered; for evidence, what it is and its day. */
function answerWords(fact: FindingRead['because'][number], telling: Telling): string {
  if (fact.question !== null && isEvidence(fact.question)) return evidenceWords(fact, telling)
  const { read, place } = telling
  const question = read.questions.find(({ id }) => id === fact.question)
  const ask = question ? `${question.ask[place.language]} ` : ''
  return ask + saidWords(fact, question, telling)
}

function saidWords(
  fact: FindingRead['because'][number],
  question: Read['questions'][number] | undefined,
  { said, place }: Telling,
): string {
  if (fact.text === 'on' && fact.when) return whenWords(fact.when, place)
  if (fact.text === 'cannot-be-known') return said.ask.cannotBeKnown
  if (question?.kind === 'date') return question.never[place.language]
  return question?.options.find(({ value }) => value === fact.text)?.label[place.language] ?? fact.text
}

function evidenceWords(fact: FindingRead['because'][number], { read, place }: Telling): string {
  const title = read.findings.find(({ rule }) => rule === fact.question)?.title[place.language]
  return `${title ?? fact.question}, ${fact.when ? whenWords(fact.when, place) : ''}`
}

function Written({ override }: { override: NonNullable<FindingRead['override']> }) {
  const said = useWords(words)
  const place = usePlace()
  const date = (at: number) => formatDate(at, place, 'date')
  return (
    <span className="tl-gate-line">
      <em>{override.reason}</em>{' '}
      <strong className="tl-gate-line">{said.override.safer(override.mitigation)}</strong>
      {said.override.written(override.writtenBy, date(override.writtenAt), date(override.expiresAt))}
    </span>
  )
}
