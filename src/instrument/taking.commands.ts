import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import type { ChangeBasis } from '../measure/change.ts'
import { basisOf } from '../measure/measure.content.ts'
import { worseRule } from '../measure/measure.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { knownFor, urgencies, type Urgency } from '../safety/ladder.ts'
import { raiseTask, seeToTask } from '../safety/safety.commands.ts'
import { isListed, ownerNameFor } from '../safety/safety.queries.ts'
import type { Progress } from './asking.ts'
import { answersUnder, lastAnswers } from './instrument.queries.ts'
import type { Instrument } from './instrument.ts'
import { addResponse, type Before } from './instrument.store.ts'
import {
  concernsOf,
  dangerFlagged,
  type Concern,
  type Draft,
  type Given,
  type Language,
  type Response,
} from './response.ts'
import { isLeftToAPerson, opensScreen, suicideScreen } from './screen.ts'
import type { Scored } from './score.ts'
import { callingNow, isWorse, soonest, urgencyOf } from './urgency.ts'
import { wordedHere } from './wording.queries.ts'

interface Heard {
  readonly instrument: Instrument
  readonly scored: Scored
  /** Whoever asks in person sees to it now, and says how; nothing where nobody said so. */
  readonly handling?: string | null | undefined
}

/** What an answer asks for while the form is still open: a person, told at once. */
export async function takeDraft(tx: WriteTx, draft: Draft, { asked, ...heard }: Heard & { asked: Call }) {
  const { instrument, scored, handling } = heard
  if (!dangerFlagged(instrument, scored)) return null
  const last = await lastAnswers(tx, { ...draft, since: asked.careNow - knownFor })
  const concerns: Concern[] = [...callingNow(instrument, draft.answers), 'danger-answer']
  const urgency = urgencyOf(instrument, last, draft.answers)
  return helpFor(tx, { ...draft, concerns, urgency, handling }, asked)
}

/**
 * Kept, whenever it arrives and however often; the occasion that it serves; and whatever a person must look at. The same for
 * everyone who answers and everyone who asks.
 */
export async function takeResponse(
  tx: WriteTx,
  response: Response,
  { asked, instrument, scored, handling }: Heard & { asked: Call },
) {
  const { id, answers, withheld, language } = response
  const before = await keptOnce(tx, { response, betterIs: worseBy(instrument)?.betterIs }, asked)
  if (before === 'known') return { id, help: null }
  const urgency = soonest(
    urgencyOf(instrument, before.last, answers),
    urgencyOf(instrument, before.knownLast, answers),
  )
  const concerns = [
    ...callingNow(instrument, answers),
    ...concernsOf(instrument, scored, withheld),
    ...worse(instrument, before, response),
    ...(await unscreened(tx, { scored, urgency, language, given: response.given })),
    ...(scored.status === 'unscored' ? (['unscored-answers'] as const) : []),
    ...(isGone(tx) ? (['answered-after'] as const) : []),
  ]
  return { id, help: await helpFor(tx, { ...response, concerns, urgency, handling }, asked) }
}

interface Keeping {
  readonly response: Response
  readonly betterIs: ChangeBasis['betterIs'] | undefined
}

/** Under its own id; under another where a second device answered the same form otherwise. */
async function keptOnce(tx: WriteTx, { response, betterIs }: Keeping, { careNow }: Pick<Call, 'careNow'>) {
  const before = await addResponse(tx, response, betterIs)
  if (before) return { ...before, id: response.id }
  const first = await answersUnder(tx, response)
  if (!first) throw new Problem('id-taken')
  if (isSame(first, response)) return 'known'
  const id = idFrom(careNow, randomBytes(16))
  const again = await addResponse(tx, { ...response, id }, betterIs)
  if (!again) throw new Problem('id-taken')
  return { ...again, id }
}

const isSame = (one: Progress, { answers, withheld }: Progress): boolean =>
  isDeepStrictEqual([one.answers, one.withheld], [answers, withheld])

/** Looked at by a person when it points to getting worse (clinical.md 6.2), against what came before it or what had come by now. */
function worse(
  instrument: Instrument,
  { best, last, knownBest, knownLast }: Before,
  response: Response,
): Concern[] {
  const now = { ...response, rule: worseBy(instrument) }
  const before = [
    { best, last },
    { best: knownBest, last: knownLast },
  ]
  return before.some((one) => isWorse(instrument, one, now)) ? ['getting-worse'] : []
}

const worseBy = ({ id }: Instrument) => worseRule(id, basisOf(id))

interface Opened {
  readonly scored: Scored
  readonly urgency: Urgency
  readonly language: Language
  readonly given: Given
}

/**
 * An answer opened the screen, and this form could not go on to it or there are no words to ask it in: a person does. What is
 * known and no worse is not asked anew.
 */
async function unscreened(tx: WriteTx, { scored, urgency, language, given }: Opened): Promise<Concern[]> {
  if (!opensScreen(scored) || urgency === 'listed') return []
  if (given !== 'alone') return ['screen-in-person']
  const screen = (await wordedHere(tx, [suicideScreen])).get(suicideScreen)
  return isLeftToAPerson(screen, language) ? ['screen-in-person'] : []
}

interface Concerning {
  readonly id: string
  readonly personId: string
  readonly concerns: readonly Concern[]
  /** How soon the answer about death is to be seen; everything else by the declared hours. */
  readonly urgency: Urgency
  readonly handling?: string | null | undefined
}

/** Which sends word to people at any hour. */
const isCalling = (kind: Concern): boolean => kind === 'danger-now' || kind === 'danger-high'

/** What an answer about death asks for: whoever sits with the person may say that they see to it. */
const isDanger = (kind: Concern): boolean =>
  isCalling(kind) || kind === 'danger-answer' || kind === 'screen-in-person'

type Raising = Parameters<typeof raiseTask.within>[1] &
  Pick<Concerning, 'handling'> & { kind: Concern; urgency: Urgency }

/** Raised with all that comes up beside it; then whoever asks in person says that they see to it. */
async function raiseAll(tx: WriteTx, all: readonly Raising[], asked: Pick<Call, 'careNow'>) {
  const raised = new Map<Concern, Awaited<ReturnType<typeof raiseTask.within>>>()
  for (const { handling: _, ...what } of all)
    raised.set(what.kind, await raiseTask.within(tx, { ...what, ofSitting: true }, asked))
  for (const { handling, ...what } of all)
    if (handling && isDanger(what.kind)) await seeToTask.within(tx, { ...what, note: handling }, asked)
  return raised
}

/** Help is offered only where an answer asks for it; the wish to talk in person is passed on quietly. */
async function helpFor(
  tx: WriteTx,
  { id, personId, concerns, urgency: ofDanger, handling }: Concerning,
  asked: Pick<Call, 'careNow'>,
) {
  const raised = await raiseAll(
    tx,
    concerns
      .map((kind) => ({ personId, kind, aboutId: id, urgency: urgencyFor(kind, ofDanger), handling }))
      // The most urgent leads, so that everything else can join it.
      .toSorted((one, other) => urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency)),
    asked,
  )
  const help = raised.get('danger-answer')
  if (!help) return null
  // It was only listed while an answer was milder: what rose since is a thing of its own, to be seen today.
  if (!help.raised && ofDanger !== 'listed' && (await isListed(tx, id)))
    await raiseTask.within(tx, { personId, kind: 'getting-worse', aboutId: id, ofSitting: true }, asked)
  // Who looks after someone who has left is not told to whoever holds the device now.
  const ownerName = isGone(tx) ? null : await ownerNameFor(tx, personId)
  const listed = ofDanger === 'listed' && !concerns.includes('getting-worse')
  return { ownerName, listed, reading: help.reading }
}

const urgencyFor = (kind: Concern, ofDanger: Urgency): Urgency =>
  isCalling(kind) ? 'at-once' : kind === 'danger-answer' ? ofDanger : 'same-day'

/** Their place here has ended: what they had answered is taken, and a person looks at what it asks for. */
const isGone = ({ actor }: WriteTx): boolean => actor.roles.includes('departed')
