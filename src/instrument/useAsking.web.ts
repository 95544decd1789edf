import { useEffect, useState } from 'react'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { leaveOldSteps, openSteps } from '../platform/ui/steps.web.ts'
import { answered, firstOpen, itemsAsked, leftOut, toSend, type Progress } from './asking.ts'
import { keepDraft, sendAnswers } from './instrument.contract.ts'
import type { Answer, Instrument, Item } from './instrument.ts'
import { refusedCode, wayOf } from './kinds.ts'
import { ownReasons, type Language, type Withholding } from './response.ts'
import { opensScreen } from './screen.ts'
import { score } from './score.ts'

export interface Begun {
  readonly instrument: Instrument
  readonly id: string
  /** In another language it is another instrument: what was begun in one stays in it. */
  readonly language: Language
  readonly progress: Progress
  /** Something was answered before. */
  readonly begun: boolean
}

type Shown =
  | { readonly kind: 'question'; readonly place: number }
  | { readonly kind: 'list' }
  | { readonly kind: 'review' }
  | { readonly kind: 'sent' }
/** `answered`: where the answer that led to help can be changed, if it was a slip. */
export type View = Shown | { readonly kind: 'help'; readonly onward: Shown; readonly answered: Shown }

type With = {
  outbox: Pick<Outbox, 'put'>
  personId: string
  pace: 'one' | 'list'
  /** On to the suicide screen, where an answer opened it and there are words to ask it in. */
  onScreen: (() => void) | undefined
}

/** Where someone is in a form: each answer is kept at once, and one about death leads to help before anything else. */
export function useAsking(
  { instrument, id, language, progress: first }: Begun,
  { outbox, personId, pace, onScreen }: With,
) {
  const [progress, setProgress] = useState(first)
  const at = (place: number, so = progress): Shown => (pace === 'list' ? list : viewAt(instrument, so, place))
  const [seen, show, end] = useSteps<View>(() => at(firstOpen(instrument, first), first))
  // Back may lead to a place that an answer since has taken out.
  const view = seen.kind === 'question' ? at(seen.place) : seen
  const which = { instrumentId: instrument.id, instrumentVersion: instrument.version }
  const sheet = ({ answers, withheld }: Progress) =>
    ({ personId, id, ...which, language, answers, withheld: ownReasons(withheld) }) as const
  const stay = (): Shown => (view.kind === 'question' ? view : list)
  const give = (next: Progress, onward?: Shown) => {
    setProgress(next)
    void outbox.put(keepDraft, sheet(next))
    const known = dangersIn(instrument, progress)
    const alarmed = dangersIn(instrument, next).some((flag) => !known.includes(flag))
    if (alarmed) show({ kind: 'help', onward: onward ?? stay(), answered: stay() })
    else if (onward) show(onward)
  }
  const forward = (next: Progress) => (view.kind === 'question' ? at(view.place + 1, next) : list)
  const answer = (item: Item, value: Answer) => {
    const next = answered(progress, item, value)
    give(next, wayOf(item) === 'options' ? forward(next) : undefined)
  }
  const leaveOut = (item: Item, why: Withholding) => {
    const isAnswer = why === 'prefer-not' && item.codes && refusedCode in item.codes
    const next = isAnswer ? answered(progress, item, refusedCode) : leftOut(progress, item, why)
    give(next, forward(next))
  }
  const send = () => {
    const last = toSend(instrument, progress)
    setProgress(last)
    void outbox.put(sendAnswers, { ...sheet(last), finishedAt: Date.now() })
    end({ kind: 'sent' })
    if (onScreen && opensScreen({ flags: dangersIn(instrument, last) })) onScreen()
  }
  return {
    view,
    show,
    progress,
    answer,
    leaveOut,
    send,
    danger: dangersIn(instrument, progress).length > 0,
    asked: itemsAsked(instrument, progress),
    at,
  }
}

/** Each view is a step that Back on the device leaves again; nothing leads back into a form that was handed in. */
function useSteps<Seen>(first: () => Seen) {
  const [seen, see] = useState(first)
  const [steps] = useState(() => openSteps<Seen>(seen, see))
  useEffect(() => {
    leaveOldSteps()
    return steps.listen()
  }, [steps])
  return [seen, steps.go, steps.end] as const
}

const list = { kind: 'list' } as const

function viewAt(instrument: Instrument, progress: Progress, place: number): Shown {
  const inRange = place < itemsAsked(instrument, progress).length
  return inRange ? { kind: 'question', place: Math.max(0, place) } : { kind: 'review' }
}

/** The same rule as on the server, so that help is there at once, with or without a network. Each new flag shows it again. */
function dangersIn(instrument: Instrument, { answers }: Progress): readonly string[] {
  const scored = score(instrument, answers)
  return scored.status === 'invalid' ? [] : instrument.danger.filter((flag) => scored.flags.includes(flag))
}
