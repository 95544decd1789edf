import type { Call } from '../kernel/call.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import type { Why } from './why.ts'
import { addEvent, finishWrite, holdSeat } from './audit.store.ts'
import { firstAnswer, intentOf } from './intent.store.ts'

/** Where the reason for this stands, told from what was asked and what came of it. */
type WhyOf<Input, Reply> = (input: Input, answer: Reply) => Why | null

type Decide<Input, Reply, Asked extends Call> = (tx: WriteTx, input: Input, asked: Asked) => Promise<Reply>

/**
 * Makes a command: done once per intent, with what it answered and its audit row in the same transaction. A retry,
 * admitted anew, gets the first answer; the same key with other content is refused; a refusal is never remembered
 * (a Problem that `decide` returns, rather than throws, keeps what was written: a wrong try that must be counted).
 * `within` is the same decision for use inside another command, under that one's intent and audit row.
 */
export function command<Input, Reply, Asked extends Call = Call>(
  decide: Decide<Input, Reply, Asked>,
  whyOf: WhyOf<Input, Reply> = () => null,
) {
  const once = async (reading: PracticeTx, input: Input, asked: Asked): Promise<Reply> => {
    if (!asked.intentKey) throw new Problem('intent-missing')
    const tx = writing(reading)
    const intent = intentOf(tx.actor, asked.intentKey, { action: asked.action, input })
    const first = await firstAnswer(tx, intent, asked.earlier)
    if (first) {
      const answer = first.answer as Reply
      await addEvent(tx, { ...asked, why: whyOf(input, answer) }, 'repeated')
      return answer
    }
    const answer = await decide(tx, input, asked)
    if (answer instanceof Problem) return answer
    await demandSeat(tx, asked)
    await finishWrite(tx, { ...asked, why: whyOf(input, answer) }, { intent, answer })
    return answer
  }
  return Object.assign(once, { within: decide })
}

/**
 * A guest is here by someone's permission, which can be taken back at any moment: what they write is committed before
 * that, or not at all. Their own leaving has just ended the seat itself.
 */
async function demandSeat(tx: WriteTx, { action }: Call): Promise<void> {
  if (tx.actor.courseId === null || action === 'guest.leave') return
  if (!(await holdSeat(tx))) throw new Problem('seat-ended')
}

/** One decision that turned out to be about this person: it stands on their trail too, and their screens are told. */
export const noteAbout = (tx: WriteTx, asked: Call, personId: string): Promise<void> =>
  addEvent(tx, { ...asked, subject: { personId }, personId }, 'done')

/** The same decision, on the trail of a practice that the transaction has turned to meanwhile. */
export const noteHere = (tx: WriteTx, asked: Call): Promise<void> => addEvent(tx, asked, 'done')

/**
 * For what is made anew each time and must never be remembered: tokens, secrets shown once. No key, no kept answer; its
 * audit row commits with it.
 */
export function eachTime<Input, Reply, Asked extends Call = Call>(decide: Decide<Input, Reply, Asked>) {
  return async (reading: PracticeTx, input: Input, asked: Asked): Promise<Reply> => {
    const tx = writing(reading)
    const answer = await decide(tx, input, asked)
    if (!(answer instanceof Problem)) await addEvent(tx, asked, 'done')
    return answer
  }
}

/** Written in the transaction that reads, which commits before the answer leaves. */
export const noteRead = (tx: PracticeTx, call: Call): Promise<void> => addEvent(writing(tx), call, 'done')

export const noteRefusal = (tx: PracticeTx, call: Call, kind: ProblemKind): Promise<void> =>
  addEvent(writing(tx), call, kind)

export const noteFailure = (tx: PracticeTx, call: Call): Promise<void> =>
  addEvent(writing(tx), call, 'failed')
