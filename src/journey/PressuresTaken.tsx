import { useState } from 'react'
import { fill } from '../platform/i18n/fill.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { CorrectPressure, numbersOf } from './CorrectPressure.tsx'
import { toldOf, type Told } from './facts.ts'
import { whenOf, type Ready } from './readyState.web.ts'
import { en } from './words.ready.en.ts'
import { es } from './words.ready.es.ts'

const words = { en, es }

type Reading = Ready['readings'][number]

/**
 * What was measured in this session, newest first. A number that was written wrong is put right here, and the gate is asked
 * again of what it should have been; whoever measured again writes that as a new reading, and both count.
 */
export function PressuresTaken({ ready, again }: { ready: Ready; again: boolean }) {
  const own = useWords(words)
  const [correcting, correct] = useState<Reading>()
  const taken = toldOf(ready.readings)
    .filter(({ newest }) => newest.systolicMmHg !== null)
    .toSorted((one, other) => Date.parse(other.newest.takenAt) - Date.parse(one.newest.takenAt))
  if (taken.length === 0) return null
  return (
    <div className="ready-pressures">
      <p className="tl-quiet-words">
        {own.correctHint} {again && own.againHint}
      </p>
      <ul>
        {taken.map((told) => (
          <Taken key={told.newest.id} told={told} ready={ready} onCorrect={correct} />
        ))}
      </ul>
      {correcting && <CorrectPressure ready={ready} reading={correcting} onDone={() => correct(undefined)} />}
    </div>
  )
}

type TakenProps = { told: Told<Reading>; ready: Ready; onCorrect: (reading: Reading) => void }

function Taken({ told: { newest, before }, ready, onCorrect }: TakenProps) {
  const own = useWords(words)
  const place = usePlace()
  const when = (moment: string) => whenOf(Date.parse(moment), ready.now, place)
  const said = fill(own.pressureTaken, {
    reading: numbersOf(newest),
    at: when(newest.takenAt),
    name: (before.at(-1) ?? newest).byName,
  })
  return (
    <li>
      {newest.struck ? <del>{said}</del> : said}{' '}
      {before.map((was, place) => (
        <Changed key={was.id} change={place === 0 ? newest : before[place - 1]} was={was} ready={ready} />
      ))}
      {!newest.struck && ready.can.take && (
        <Button
          kind="link"
          size="small"
          label={`${own.correct}: ${numbersOf(newest)}, ${when(newest.takenAt)}`}
          onPress={() => onCorrect(newest)}
        >
          {own.correct}
        </Button>
      )}
    </li>
  )
}

type ChangedProps = { change: Reading | undefined; was: Reading; ready: Ready }

/** By whom, when, what was wrong and what stood there before. */
function Changed({ change, was, ready }: ChangedProps) {
  const own = useWords(words)
  const place = usePlace()
  if (!change) return null
  const { byName, recordedAt, struck, wrong } = change
  const at = whenOf(Date.parse(recordedAt), ready.now, place)
  const sentence = struck ? own.pressureStruck : own.pressureCorrected
  return (
    <span className="tl-quiet-words">
      {fill(sentence, { name: byName, at, was: numbersOf(was) })} {wrong && `${own.wrong[wrong]}.`}{' '}
    </span>
  )
}
