import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import { addWait } from './wait.store.ts'
import { waitDocument } from './wait.ts'

interface Decided {
  readonly id: string
  readonly hours: number
  readonly reason: string
  readonly confirmationId: string
}

/** For everyone here, in writing, signed by a prescriber; earlier decisions stay readable. */
export const setWait = command(
  async (tx, decided: Decided, asked) => {
    const { seatId } = tx.actor
    if (!seatId) throw new Problem('not-allowed')
    const documentHash = digest(waitDocument(decided)).toString('hex')
    const { confirmationId } = await spendConfirmation.within(tx, { ...decided, documentHash }, asked)
    await addWait(tx, { ...decided, confirmationId, documentHash, signedBy: seatId, signedAt: asked.careNow })
    return { id: decided.id }
  },
  ({ id }) => reasonIn('consent_wait', id),
)
