import { type ReactNode, useRef, useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { ScaleStrip } from '../platform/ui/ScaleStrip.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { eventCodes, isAnswer, type EventCode, type Wrong } from './facts.ts'
import { recordDistress, recordEvent } from './room.contract.ts'
import type { Entry } from './roomRows.web.ts'
import type { Rating, RoomNow, Tap } from './roomState.web.ts'
import { say } from './said.ts'
import { VitalsForm } from './VitalsForm.tsx'
import { CorrectActions, WhatWasWrong } from './WhatWasWrong.tsx'
import { en } from './words.room.en.ts'
import { es } from './words.room.es.ts'

const words = { en, es }

type Props = { state: RoomNow; entry: Entry; onDone: () => void }

/** Any entry of this session, however long ago: put right or taken back, with what was wrong. */
export function CorrectEntry({ state, entry, onDone }: Props) {
  if (entry.kind === 'reading') return <VitalsForm state={state} corrects={entry.fact} onDone={onDone} />
  if (entry.kind === 'tap') return <CorrectTap state={state} tap={entry.fact} onDone={onDone} />
  return <CorrectRating state={state} rating={entry.fact} onDone={onDone} />
}

/** Once, however often a glove presses. */
function useOnce(onDone: () => void) {
  const isDone = useRef(false)
  return (work: () => Promise<void>) => {
    if (isDone.current) return
    isDone.current = true
    void work().then(onDone)
  }
}

const about = (state: RoomNow, { id }: Tap | Rating, wrong: Wrong) => ({
  id: newId(),
  sessionId: state.room.session.id,
  corrects: id,
  struck: wrong !== 'mistyped',
  wrong,
})

type TapProps = { state: RoomNow; tap: Tap; onDone: () => void }

function CorrectTap({ state, tap, onDone }: TapProps) {
  const own = useWords(words)
  const [code, setCode] = useState(tap.code)
  const [wrong, setWrong] = useState<Wrong>('mistyped')
  const once = useOnce(onDone)
  const save = () => {
    const kept = wrong === 'mistyped' ? code : tap.code
    const fact = { ...about(state, tap, wrong), code: kept as EventCode, occurredAt: tap.occurredAt }
    once(() => state.outbox.put(recordEvent, fact))
  }
  return (
    <Correcting
      what={own.events[tap.code as EventCode] ?? tap.code}
      at={tap.occurredAt}
      {...{ onDone, save }}
    >
      <WhatWasWrong value={wrong} onChange={setWrong} />
      {wrong === 'mistyped' && (
        <Select
          label={own.rightEvent}
          placeholder={own.rightEvent}
          value={code}
          onChange={(picked) => setCode(picked || tap.code)}
          options={eventCodes
            .filter((one) => isAnswer(one) === isAnswer(tap.code))
            .map((value) => ({ value, words: own.events[value] }))}
        />
      )}
      <CorrectActions wrong={wrong} onDone={onDone} />
    </Correcting>
  )
}

type RatingProps = { state: RoomNow; rating: Rating; onDone: () => void }

function CorrectRating({ state, rating: old, onDone }: RatingProps) {
  const own = useWords(words)
  const [rating, setRating] = useState(old.rating)
  const [wrong, setWrong] = useState<Wrong>('mistyped')
  const once = useOnce(onDone)
  const save = () => {
    const kept = wrong === 'mistyped' ? rating : old.rating
    once(() =>
      state.outbox.put(recordDistress, { ...about(state, old, wrong), rating: kept, ratedAt: old.ratedAt }),
    )
  }
  return (
    <Correcting what={say(own.distressRow, { rating: old.rating })} at={old.ratedAt} {...{ onDone, save }}>
      <WhatWasWrong value={wrong} onChange={setWrong} />
      {wrong === 'mistyped' && (
        <ScaleStrip
          label={own.distress}
          size="glove"
          value={rating}
          onChange={setRating}
          low={own.distressLow}
          high={own.distressHigh}
        />
      )}
      <CorrectActions wrong={wrong} onDone={onDone} />
    </Correcting>
  )
}

type CorrectingProps = {
  what: string
  at: string
  save: () => void
  onDone: () => void
  children: ReactNode
}

function Correcting({ what, at, save, onDone, children }: CorrectingProps) {
  const own = useWords(words)
  const place = usePlace()
  return (
    <Dialog open onClose={onDone} title={own.correctTitle}>
      <form
        className="room-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p>
          {what}, {formatDate(Date.parse(at), place, 'time')}
        </p>
        {children}
      </form>
    </Dialog>
  )
}
