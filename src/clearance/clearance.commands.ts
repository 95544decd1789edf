import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command, noteAbout } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { answerQuestions } from '../intake/history.commands.ts'
import type { Offered, Said } from '../intake/history.ts'
import type { Call } from '../kernel/call.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { raiseTask } from '../safety/safety.commands.ts'
import { form } from '../telling/telling.content.ts'
import { knownTellings } from '../telling/telling.queries.ts'
import { asksAbout } from '../telling/telling.ts'
import { isTold, needsCall } from './calling.ts'
import { acceptOverride, decideClearance, seenOf, type OverrideWish, type Wish } from './clearance.ts'
import { offeredFor, table } from './clearance.content.ts'
import { isOnCareTeam, promisedCallOf, weighedFor } from './clearance.queries.ts'
import { addClearance, addOverride, addPromisedCall, type Signing } from './clearance.store.ts'
import type { Weighed } from './eligibility.ts'
import { clearanceDocument, overrideDocument } from './signing.ts'

interface Stating {
  readonly personId: string
  readonly answers: readonly (Said & {
    readonly id: string
    readonly question: string
    readonly telling: string | null
  })[]
}

/** A clinician answers questions of the rules: the type of a stroke, the date of a last seizure, yes, no, cannot be known. */
export const stateFindings = command(async (tx, { personId, answers }: Stating, asked) => {
  await demandTold(tx, personId, answers)
  const said = answers.map((answer) => ({
    said: { ...answer, itemId: null },
    offered: offered(answer.question),
  }))
  return answerQuestions.within(tx, { personId, answers: said }, asked)
})

/** An answer names only what this person told about this very question. */
async function demandTold(tx: WriteTx, personId: string, answers: Stating['answers']): Promise<void> {
  const told = await knownTellings(
    tx,
    personId,
    answers.flatMap(({ telling }) => telling ?? []),
  )
  for (const { telling, question } of answers) {
    const of = telling === null ? undefined : form.questions.find(({ id }) => id === told.get(telling))
    if (telling !== null && !(of && asksAbout(of).includes(question))) throw new Problem('not-found')
  }
}

function offered(question: string): Offered {
  const found = offeredFor(question)
  if (!found) throw new Problem('answer-not-offered', [{ path: question, fault: 'unknown' }])
  return found
}

interface Signature {
  readonly id: string
  readonly personId: string
  readonly language: 'en' | 'es'
  readonly confirmationId: string
}

type Dated<Of, Key extends keyof Of> = Omit<Of, Key> & {
  readonly [key in Key]: string | (null extends Of[Key] ? null : never)
}

/** The decision, signed over what is in view now: if a fact came in meanwhile, the document is another and must be signed anew. */
export const decide = command(
  async (tx, asking: Signature & Dated<Wish, 'validUntil'> & Called, asked) => {
    const found = await weighedFor(tx, asking.personId, asked.careNow)
    const wish = wishOf(asking)
    const decided = decideClearance(found, wish, asked.careNow)
    if (!decided.ok)
      throw new Problem(
        decided.refusal.kind,
        decided.refusal.rules.map((path) => ({ path, fault: decided.refusal.kind })),
      )
    const signing = await signed(
      tx,
      { ...asking, document: clearanceDocument(about(asking, found), wish) },
      asked,
    )
    await addClearance(
      tx,
      { wish: decided.value, findings: seenOf(found), rulesVersion: table.version },
      signing,
    )
    await callAbout(tx, { ...asking, decision: wish.decision }, asked)
    return { id: asking.id }
  },
  ({ id }) => reasonIn('clearance', id),
)

interface Called {
  readonly call: Omit<Promising, 'personId'> | null
}

/** "Not now" and "no" are told by a person: nobody signs them without somebody who calls, and by when. */
async function callAbout(
  tx: WriteTx,
  { personId, decision, call }: Called & Pick<Signature, 'personId'> & Pick<Wish, 'decision'>,
  asked: Call,
): Promise<void> {
  const needed = needsCall(decision, await promisedCallOf(tx, personId), asked.careNow)
  if (needed && call === null) throw new Problem('call-missing')
  if (!isTold(decision) && call !== null)
    throw new Problem('malformed', [{ path: 'call', fault: 'not-offered' }])
  if (call === null) return
  await promiseCall.within(tx, { ...call, personId }, asked)
  await noteAbout(tx, { ...asked, action: 'call.promise' }, personId)
}

const wishOf = ({
  decision,
  reason,
  conditions,
  validUntil,
  acknowledged,
}: Dated<Wish, 'validUntil'>): Wish => ({
  decision,
  reason,
  conditions,
  validUntil: validUntil === null ? null : instant(validUntil),
  acknowledged,
})

const about = ({ id, personId, language }: Signature, found: readonly Weighed[]) => ({
  id,
  personId,
  language,
  seen: seenOf(found).map(({ rule, because }) => ({ rule, because })),
})

export const override = command(
  async (tx, asking: Signature & Dated<OverrideWish, 'expiresAt'>, asked) => {
    const found = await weighedFor(tx, asking.personId, asked.careNow)
    const { rule, reason, riskAndBenefit, mitigation } = asking
    const wish: OverrideWish = {
      rule,
      reason,
      riskAndBenefit,
      mitigation,
      expiresAt: instant(asking.expiresAt),
    }
    const accepted = acceptOverride(found, wish, asked.careNow)
    if (!accepted.ok) throw new Problem(accepted.refusal)
    const document = overrideDocument(about(asking, [accepted.value]), wish)
    const signing = await signed(tx, { ...asking, document }, asked)
    await addOverride(tx, { wish, seen: accepted.value.because.map(({ id }) => id) }, signing)
    return { id: asking.id }
  },
  ({ id }) => reasonIn('finding_override', id),
)

async function signed(
  tx: WriteTx,
  signature: Signature & { readonly document: string },
  asked: Call,
): Promise<Signing> {
  if (tx.actor.seatId === null) throw new Problem('not-allowed')
  const { id, personId, confirmationId, document } = signature
  const documentHash = digest(document).toString('hex')
  const { factor } = await spendConfirmation.within(tx, { confirmationId, documentHash }, asked)
  return { id, personId, by: tx.actor.seatId, at: asked.careNow, document, confirmationId, factor }
}

interface Promising {
  readonly id: string
  readonly personId: string
  readonly memberId: string
  readonly dueBy: string
}

/** Somebody of the care team takes on to call the client by a certain time. */
export const promiseCall = command(async (tx, { id, personId, memberId, dueBy }: Promising, asked) => {
  if (tx.actor.seatId === null) throw new Problem('not-allowed')
  if (!(await isOnCareTeam(tx, personId, memberId))) throw new Problem('not-found')
  if (instant(dueBy) <= asked.careNow) throw new Problem('malformed', [{ path: 'dueBy', fault: 'past' }])
  await addPromisedCall(tx, {
    id,
    personId,
    memberId,
    dueBy: instant(dueBy),
    by: tx.actor.seatId,
    at: asked.careNow,
  })
  const due = { kind: 'call-promised', aboutId: id, ownerSeatId: memberId, dueAt: instant(dueBy) } as const
  await raiseTask.within(tx, { ...due, personId }, asked)
  return { id }
})
