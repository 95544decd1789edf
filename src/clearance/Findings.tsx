import type { output } from 'zod/v4/core'
import { whenWords } from '../intake/WhenText.tsx'
import { formatDate, type Place } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { GateList, GateRow } from '../platform/ui/GateRow.tsx'
import type { Status } from '../platform/ui/StatusMark.tsx'
import { inGroup, type FindingGroup } from './arranging.ts'
import type { FindingShape, readClearance } from './clearance.contract.ts'
import { mayOverride } from './clearance.ts'
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
  return (
    <section className="tl-decision-part">
      {groups.length === 0 && <p>{said.nothingOpen}</p>}
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
          <span className="tl-gate-line tl-quiet-words">{basisOf(found, said)}</span>
        </>
      }
      clears={said.who[found.who] ?? found.who}
      action={
        read.can.decide && found.state === 'present' && mayOverride(found) ? (
          <OverrideButton personId={personId} found={found} read={read} />
        ) : undefined
      }
    />
  )
}

const basisOf = ({ rule, sources, tags }: FindingRead, said: typeof en): string => {
  const basis = sources.length === 0 ? said.basisOwn(rule) : said.basis(rule, sources.join(', '))
  return tags.includes('PD') ? `${basis} · ${said.proposed}` : basis
}

function Because({ found, read }: { found: FindingRead; read: Read }) {
  const said = useWords(words)
  const place = usePlace()
  const facts = found.because.map((fact) => factWords(fact, { read, said, place }))
  const missing = missingWords(found, said)
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

function missingWords(found: FindingRead, said: typeof en): string | undefined {
  if (found.rule === 'EL-C06a' && found.state !== 'present' && found.state !== 'settled')
    return said.tooFewReadings
  if (found.state === 'expired') return said.expired
  return found.because.length === 0 ? said.noRecord : undefined
}

type Telling = { read: Read; said: typeof en; place: Place }

function factWords(fact: FindingRead['because'][number], { read, said, place }: Telling): string {
  if (fact.kind === 'birth-date') return said.born(whenWords(fact.text, place))
  if (fact.kind === 'statement') return said.said(fact.saidBy, answerWords(fact, { read, said, place }))
  const when = fact.when ? `, ${whenWords(fact.when, place)}` : ''
  return `${fact.text}${when} (${said.standing[fact.standing]})`
}

/** An answer in the words in which it was offered. */
function answerWords(fact: FindingRead['because'][number], { read, said, place }: Telling): string {
  const question = read.questions.find(({ id }) => id === fact.question)
  const ask = question ? `${question.ask[place.language]} ` : ''
  if (fact.text === 'on' && fact.when) return ask + whenWords(fact.when, place)
  if (fact.text === 'cannot-be-known') return ask + said.ask.cannotBeKnown
  if (question?.kind === 'date') return ask + question.never[place.language]
  return (
    ask + (question?.options.find(({ value }) => value === fact.text)?.label[place.language] ?? fact.text)
  )
}

function Written({ override }: { override: NonNullable<FindingRead['override']> }) {
  const said = useWords(words)
  const place = usePlace()
  const date = (at: number) => formatDate(at, place, 'date')
  return (
    <span className="tl-gate-line">
      <em>{override.reason}</em>{' '}
      {said.override.written(override.writtenBy, date(override.writtenAt), date(override.expiresAt))}
    </span>
  )
}
