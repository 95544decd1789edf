import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { directorHere } from '../director/director.queries.ts'
import { directorSigns } from '../director/director.ts'
import type { Call } from '../kernel/call.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { heldRules, proposalsWritten } from './own.queries.ts'
import { addProposal, addSecond, addWithdrawal, type SignedRules } from './own.store.ts'
import { decideWanted, waitsFor, type Wanted } from './own.ts'
import { proposalDocument, secondDocument } from './ownSigned.ts'
import { table } from './rule.content.ts'

interface Proposing {
  readonly id: string
  readonly rules: readonly Wanted[]
  readonly reason: string
  readonly confirmationId: string
}

/** Ratified as they came, or raised where that is allowed: in writing, for everyone here. Nothing holds by it yet. */
export const proposeRules = command(
  async (tx, asked: Proposing, call) => {
    const decided = decideWanted(table.byId, asked.rules)
    if (!decided.ok) throw new Problem(decided.refusal)
    const at = await heldRules(tx, true)
    const signed = await signedIn(tx, { ...asked, document: proposalDocument(asked), at }, call)
    if (!(await addProposal(tx, { ...asked, rulesVersion: table.version }, signed)))
      throw new Problem('id-taken')
    return { id: asked.id }
  },
  ({ id }) => reasonIn('rule_proposal', id),
)

interface OfProposal {
  readonly id: string
  readonly proposalId: string
}

/** Another one than who proposed it, one of the two being the director where one is named; the first to sign is the second. From then on it holds. */
export const secondRules = command(
  async (tx, asked: OfProposal & { readonly confirmationId: string }, call) => {
    const { proposal, signedBy, reason, at } = await openProposal(tx, asked.proposalId)
    if (signedBy === tx.actor.seatId) throw new Problem('second-must-differ')
    if (!directorSigns(await directorHere(tx), [signedBy, tx.actor.seatId]))
      throw new Problem('director-signs')
    const document = secondDocument({ ...proposal, reason })
    await addSecond(tx, asked, await signedIn(tx, { ...asked, document, at }, call))
    return { id: asked.id }
  },
  ({ proposalId }) => reasonIn('rule_proposal', proposalId),
)

/** Before it holds, and by who proposed it. */
export const withdrawRules = command(
  async (tx, asked: OfProposal) => {
    const { signedBy, at } = await openProposal(tx, asked.proposalId)
    if (signedBy !== tx.actor.seatId) throw new Problem('not-allowed')
    await addWithdrawal(tx, asked, { by: signedBy, at })
    return { id: asked.id }
  },
  ({ proposalId }) => reasonIn('rule_proposal', proposalId),
)

/** One that still waits, at the moment at which the rules are held: nobody else can be changing it meanwhile. */
async function openProposal(tx: WriteTx, proposalId: string) {
  const at = await heldRules(tx, true)
  const { proposals, written } = await proposalsWritten(tx)
  const proposal = proposals.find(({ id }) => id === proposalId)
  const words = written.get(proposalId)
  if (!proposal || !words) throw new Problem('not-found')
  if (waitsFor(proposals, proposalId, at).length === 0) throw new Problem('proposal-not-open')
  return { proposal, ...words, at }
}

async function signedIn(
  tx: WriteTx,
  {
    confirmationId,
    document,
    at,
  }: { readonly confirmationId: string; readonly document: string; readonly at: Instant },
  call: Call,
): Promise<SignedRules> {
  const { seatId } = tx.actor
  if (seatId === null) throw new Problem('not-allowed')
  const documentHash = digest(document).toString('hex')
  await spendConfirmation.within(tx, { confirmationId, documentHash }, call)
  return { by: seatId, at, documentHash, confirmationId }
}
