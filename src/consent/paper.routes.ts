import { can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { withdrawalsOf } from './consent.queries.ts'
import { bringPaper, dropPaper, secondPaper, withdrawPaper } from './paper.commands.ts'
import * as contract from './paper.contract.ts'
import { paperShown, papersOf } from './paper.queries.ts'

export function paperRoutes(shell: Shell): void {
  serve(shell, contract.readPapers, async (tx, { personId }, { careNow, relation }) => {
    const may = (action: string) => can(tx.actor.roles, action, relation)
    const mayBring = may('paper.bring')
    const looked = { personId, withdrawals: await withdrawalsOf(tx, personId), careNow, mayBring }
    return {
      papers: (await papersOf(tx, personId)).map((paper) => paperShown(tx, paper, looked)),
      can: { bring: mayBring, withdraw: may('consent.withdraw') },
    }
  })
  serve(shell, contract.bringPaper, bringPaper)
  serve(shell, contract.secondPaper, secondPaper)
  serve(shell, contract.dropPaper, dropPaper)
  serve(shell, contract.withdrawPaper, withdrawPaper)
}
