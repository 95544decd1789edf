import { useEffect, useRef } from 'react'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate, formatNumber } from '../platform/i18n/format.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import type { Instrument, ItemId } from './instrument.ts'
import { score, totalOf, type Scored } from './score.ts'
import type { Written } from './useRating.web.ts'
import { patternsOf } from '../measure/category.ts'
import { en as namesEn } from '../measure/words.names.en.ts'
import { es as namesEs } from '../measure/words.names.es.ts'
import { en as flagsEn } from './words.flags.en.ts'
import { es as flagsEs } from './words.flags.es.ts'
import { useCalled } from './useCalled.web.ts'
import { en } from './words.rating.en.ts'
import { es } from './words.rating.es.ts'

const words = { en, es }
const named = { en: flagsEn, es: flagsEs }
const patternNames = { en: namesEn, es: namesEs }

type Props = {
  written: Written
  handled: boolean
  /** Nothing of it has reached the server yet; `offline` when it cannot for now. */
  waiting: boolean
  offline: boolean
  by: string
  at: number
  ownerName: string | null
  personId: string
  /** The answer opened the suicide screen, and there are words to ask it in. */
  onScreen: (() => void) | undefined
  onAnother: () => void
}

/** What it says, by the same rules as on the server: score, band, marks, and what is missing. Numbers are for staff alone. */
export function RatingSaved({ written, by, at, waiting, offline, ...rest }: Props) {
  const { saved } = useWords(words)
  const called = useCalled()
  const place = usePlace()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { instrument, progress } = written
  const scored = score(instrument, progress.answers)
  return (
    <div className="tl-rate-saved">
      <h1 tabIndex={-1} ref={heading}>
        {saved.title}: {called(instrument.name)}
      </h1>
      <p className="tl-lead">{saved.by(by, formatDate(written.ratedAt ?? at, place, 'moment'))}</p>
      {waiting && offline && <p>{saved.waiting}</p>}
      {scored.status !== 'invalid' && <Result written={written} scored={scored} />}
      <Told {...{ written, waiting, offline, ...rest }} />
      <p className="tl-quiet-words">{saved.aid}</p>
      <div className="tl-row">
        <Button onPress={rest.onAnother}>{saved.another}</Button>
        <LinkButton kind="link" href={`/app/people/${rest.personId}/measures`}>
          {saved.measures}
        </LinkButton>
      </div>
    </div>
  )
}

function Result({ written: { instrument, language }, scored }: { written: Written; scored: Scored }) {
  const { saved } = useWords(words)
  const spoken = useLanguage()
  const names = named[spoken]
  const wording = instrument.languages[spoken] ?? instrument.languages[language]
  const list = (ids: readonly string[] | undefined, none: string) =>
    ids && ids.length > 0 ? (
      <ul>
        {ids.map((id) => (
          <li key={id}>{names.flags[id] ?? id}</li>
        ))}
      </ul>
    ) : (
      none
    )
  const bandWords = scored.band && (wording?.bands[scored.band] ?? names.bands[scored.band] ?? scored.band)
  const { classes, answers } = patternNames[spoken]
  const patterns = patternsOf(instrument, { classification: scored.classification ?? {} }).map(
    ([id, answer]) => ({
      term: classes[id] ?? id,
      detail: answers[answer] ?? answer,
    }),
  )
  const details = [
    { term: saved.total, detail: <Total instrument={instrument} scored={scored} /> },
    ...(instrument.bands.length > 0 ? [{ term: saved.band, detail: bandWords ?? saved.bandUnknown }] : []),
    ...patterns,
    { term: saved.flags, detail: list(scored.flags, saved.noFlags) },
    ...(scored.reached ? [{ term: saved.reached, detail: list(scored.reached, '') }] : []),
    { term: saved.missing, detail: <Missing written={{ instrument, language }} missing={scored.missing} /> },
  ]
  return <DefinitionList items={details} />
}

/** A score that could not be formed is said so; it is never 0. */
function Total({ instrument, scored }: { instrument: Instrument; scored: Scored }) {
  const { saved } = useWords(words)
  const language = useLanguage()
  if (scored.status === 'not-applicable') return saved.notApplicable
  if (instrument.main === null) return saved.noScore
  const total = totalOf(instrument, scored)
  if (total === null) return saved.noTotal
  return (
    <>
      <strong>{formatNumber(total, language, 2)}</strong>
      {scored.status === 'prorated' && <span className="tl-quiet-words"> {saved.prorated}</span>}
    </>
  )
}

type MissingProps = { written: Pick<Written, 'instrument' | 'language'>; missing: readonly ItemId[] }

function Missing({ written: { instrument, language }, missing }: MissingProps) {
  const { saved, form } = useWords(words)
  const wording = instrument.languages[language]
  if (missing.length === 0) return saved.noMissing
  return (
    <>
      <ul>
        {missing.map((id) => (
          <li key={String(id)} lang={wording ? language : undefined}>
            {wording?.items[String(id)] ?? form.item(String(id))}
          </li>
        ))}
      </ul>
      <p className="tl-quiet-words">{saved.unknown}</p>
    </>
  )
}

type ToldProps = Pick<Props, 'written' | 'handled' | 'waiting' | 'offline' | 'ownerName' | 'onScreen'>

/** What is true of the telling: done, not sent for want of a network, or seen to by whoever asked. */
function Told({ written, handled, waiting, offline, ownerName, onScreen }: ToldProps) {
  const { saved, danger } = useWords(words)
  const { instrument, progress } = written
  const scored = score(instrument, progress.answers)
  if (scored.status === 'invalid' || !instrument.danger.some((flag) => scored.flags.includes(flag)))
    return null
  const said =
    waiting && offline ? saved.notTold : handled ? saved.seen : saved.told(ownerName ?? danger.team)
  return (
    <Notice title={danger.title} state="stop">
      <output>{said}</output>
      {onScreen && (
        <>
          <p>{saved.screen}</p>
          <Button kind="act" onPress={onScreen}>
            {saved.askScreen}
          </Button>
        </>
      )}
    </Notice>
  )
}
