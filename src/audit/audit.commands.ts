import type { Call } from '../kernel/call.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import { addEvent, finishWrite } from './audit.store.ts'
import { firstAnswer, intentOf } from './intent.store.ts'

type Decide<Input, Reply, Asked extends Call> = (tx: WriteTx, input: Input, asked: Asked) => Promise<Reply>

/**
 * Makes a command: done once per intent, with what it answered and its audit row in the same transaction. A retry,
 * admitted anew, gets the first answer; the same key with other content is refused; a refusal is never remembered
 * (a Problem that `decide` returns, rather than throws, keeps what was written: a wrong try that must be counted).
 * `within` is the same decision for use inside another command, under that one's intent and audit row.
 */
export function command<Input, Reply, Asked extends Call = Call>(decide: Decide<Input, Reply, Asked>) {
  const once = async (reading: PracticeTx, input: Input, asked: Asked): Promise<Reply> => {
    if (!asked.intentKey) throw new Problem('intent-missing')
    const tx = writing(reading)
    const intent = intentOf(tx.actor, asked.intentKey, { action: asked.action, input })
    const first = await firstAnswer(tx, intent)
    if (first) {
      await addEvent(tx, asked, 'repeated')
      return first.answer as Reply
    }
    const answer = await decide(tx, input, asked)
    if (answer instanceof Problem) return answer
    await finishWrite(tx, asked, { intent, answer })
    return answer
  }
  return Object.assign(once, { within: decide })
}

/** One decision that turned out to be about this person: it stands on their trail too, and their screens are told. */
export const noteAbout = (tx: WriteTx, asked: Call, personId: string): Promise<void> =>
  addEvent(tx, { ...asked, subject: { personId }, personId }, 'done')

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
