import { can } from '../access/policy.ts'
import { directorHere } from '../director/director.queries.ts'
import { directorSigns, type Director } from '../director/director.ts'
import { hour } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { library } from './library.content.ts'
import { readRules } from './library.contract.ts'
import { proposeRules, secondRules, withdrawRules } from './own.commands.ts'
import * as contract from './own.contract.ts'
import { proposalsWritten, type Written } from './own.queries.ts'
import { aloneRestsHours, ownRulesAt, waitsFor, type Proposal } from './own.ts'

export function libraryRoutes(shell: Shell): void {
  serve(shell, readRules, readLibrary)
  serve(shell, contract.proposeRules, proposeRules)
  serve(shell, contract.secondRules, secondRules)
  serve(shell, contract.withdrawRules, withdrawRules)
}

async function readLibrary(tx: PracticeTx, _: object, { careNow, relation }: Asked) {
  const { proposals, written } = await proposalsWritten(tx)
  const own = ownRulesAt(proposals, careNow)
  const director = await directorHere(tx)
  const told = (proposal: Proposal) => ({
    ...toldOf(proposal, { written: written.get(proposal.id), director, seatId: tx.actor.seatId }),
    waitsFor: waitsFor(proposals, proposal.id, careNow).map(({ rule }) => rule),
  })
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    version: library.version,
    careNow,
    proposals: proposals.map(told),
    director,
    can: { propose: may('rules.propose'), second: may('rules.second') },
    rules: library.rules.map((rule) => {
      const of = own.get(rule.id)
      return { ...rule, own: of ? { ...of, by: [...of.by] } : null }
    }),
  }
}

interface Beside {
  readonly written: Written | undefined
  readonly director: Director | null
  readonly seatId: string | null
}

const toldOf = (
  { id, rules, by, signedAt, alone, second, withdrawnAt }: Proposal,
  { written, director, seatId }: Beside,
) => ({
  id,
  rules: [...rules],
  reason: written?.reason ?? '',
  by,
  signedAt,
  second,
  withdrawnAt,
  restsUntil: alone ? signedAt + aloneRestsHours * hour : null,
  mine: seatId !== null && written?.signedBy === seatId,
  needsDirector: !directorSigns(director, [written?.signedBy ?? null]),
  maySecond: directorSigns(director, [written?.signedBy ?? null, seatId]),
})
