import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { directorHere } from '../director/director.queries.ts'
import { directorSigns } from '../director/director.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { ownBounds } from './bounds.content.ts'
import { addOwnEdition, endOwnLine } from './own.store.ts'
import {
  faultsIn,
  madeFrom,
  ownDocument,
  ownEndDocument,
  titleFaults,
  type OwnFault,
  type OwnSigned,
  type OwnValues,
} from './own.ts'
import type { InBoth, Protocol } from './protocol.ts'
import { newestPublished, ownEditions, publishedEdition, type OwnEdition } from './protocol.queries.ts'

interface Publishing extends Omit<OwnSigned, 'protocol'> {
  readonly protocolId: string
  readonly title: InBoth
  readonly values: OwnValues
  readonly confirmationId: string
}

/**
 * A copy of a published edition, or a further edition of one that the practice has: with the values that it may set, whole, signed
 * by a prescriber with a reason. Nothing that runs changes by it.
 */
export const publishOwn = command(
  async (tx, asked: Publishing, call) => {
    const seatId = await signingSeat(tx)
    const source = await sourceOf(tx, asked)
    const others = (await othersOf(tx, asked)).map(({ title }) => title)
    refuse([...titleFaults(asked.title, others), ...faultsIn(asked.values, source, ownBounds)])
    const { id, lineId, edition, fromVersion, reason } = asked
    const protocol = madeFrom(source, { ...asked, version: id })
    const own = { id, lineId, edition, fromVersion, reason, protocol }
    const documentHash = digest(ownDocument(own)).toString('hex')
    const { confirmationId } = await spendConfirmation.within(tx, { ...asked, documentHash }, call)
    const hand = { documentHash, confirmationId, signedBy: seatId, signedAt: call.careNow }
    if (!(await addOwnEdition(tx, { ...own, ...hand }))) throw new Problem('changed-meanwhile')
    return { id }
  },
  ({ id }) => reasonIn('own_protocol', id),
)

function refuse(faults: readonly OwnFault[]): void {
  if (faults.length > 0)
    throw new Problem(
      'malformed',
      faults.map(({ field, fault }) => ({ path: field, fault })),
    )
}

/** A copy begins with what is published now; an edition stays with what its protocol was copied from. */
async function sourceOf(tx: PracticeTx, asked: Publishing): Promise<Protocol> {
  const last = asked.lineId === asked.id ? undefined : await lastOf(tx, asked)
  const from = { id: asked.protocolId, version: asked.fromVersion }
  const source = await publishedEdition(tx, from)
  const fits = last
    ? last.document.id === from.id && last.fromVersion === from.version
    : (await newestPublished(tx)).some(({ id, version }) => id === from.id && version === from.version)
  if (!source || !fits) throw new Problem('malformed', [{ path: 'fromVersion', fault: 'edition' }])
  if ((last?.edition ?? 0) + 1 !== asked.edition) throw new Problem('changed-meanwhile')
  return source
}

/** The edition before, of a protocol that has not been retired. */
async function lastOf(tx: PracticeTx, asked: Publishing): Promise<OwnEdition> {
  const last = (await ownEditions(tx)).find(({ lineId }) => lineId === asked.lineId)
  if (!last) throw new Problem('not-found')
  if (last.ended) throw new Problem('changed-meanwhile')
  return last
}

/** What can be chosen beside it. */
async function othersOf(tx: PracticeTx, { lineId }: Publishing): Promise<Protocol[]> {
  const standing = (await ownEditions(tx)).filter(
    (one) => one.isNewest && one.ended === null && one.lineId !== lineId,
  )
  return [...(await newestPublished(tx)), ...standing.map(({ document }) => document)]
}

interface Ending extends Pick<OwnSigned, 'id' | 'lineId' | 'reason'> {
  readonly confirmationId: string
}

/** No new course begins on it; those that run stay as they are, and every edition stays readable. */
export const endOwn = command(
  async (tx, asked: Ending, call) => {
    const seatId = await signingSeat(tx)
    if (!(await ownEditions(tx)).some(({ lineId }) => lineId === asked.lineId)) throw new Problem('not-found')
    const documentHash = digest(ownEndDocument(asked)).toString('hex')
    const { confirmationId } = await spendConfirmation.within(tx, { ...asked, documentHash }, call)
    const hand = { documentHash, confirmationId, signedBy: seatId, signedAt: call.careNow }
    if (!(await endOwnLine(tx, { ...asked, ...hand }))) throw new Problem('changed-meanwhile')
    return { id: asked.id }
  },
  ({ id }) => reasonIn('own_protocol_end', id),
)

/** Whoever prescribes here, or the medical director alone where one is named. */
async function signingSeat(tx: PracticeTx): Promise<string> {
  const { seatId } = tx.actor
  if (!seatId) throw new Problem('not-allowed')
  if (!directorSigns(await directorHere(tx), [seatId])) throw new Problem('director-signs')
  return seatId
}
