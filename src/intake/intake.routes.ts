import { can } from '../access/policy.ts'
import type { Instant } from '../kernel/instant.ts'
import { detailParts } from '../person/details.ts'
import { detailsCorrected, type CorrectedDetails } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import {
  confirmDetails,
  confirmHistory,
  recordMeasured,
  recordPressure,
  recordTold,
} from './history.commands.ts'
import { correctDetails } from './details.commands.ts'
import * as details from './details.contract.ts'
import { areDetailsConfirmed, detailsQuestion } from './history.ts'
import { foldedHistory, identifiersOf, referralsOf } from './intake.queries.ts'
import * as contract from './intake.contract.ts'
import { importReferral, recognise } from './referral.commands.ts'
import { changeReach, readReach } from './reach.commands.ts'
import * as reach from './reach.contract.ts'
import { takeIn } from './taking-in.commands.ts'
import * as takingIn from './taking-in.contract.ts'
import { cameBy, type CameBy } from './taking-in.queries.ts'

export function intakeRoutes(shell: Shell): void {
  serve(shell, contract.importReferral, importReferral)
  serve(shell, contract.recognise, recognise)
  serve(shell, takingIn.takeIn, takeIn)
  serve(shell, contract.readHistory, readHistory)
  serve(shell, contract.confirmHistory, confirmHistory)
  serve(shell, contract.confirmDetails, confirmDetails)
  serve(shell, details.correctDetails, correctDetails)
  serve(shell, reach.readReach, readReach)
  serve(shell, reach.changeReach, changeReach)
  serve(shell, contract.recordPressure, recordPressure)
  serve(shell, contract.recordMeasured, recordMeasured)
  serve(shell, contract.recordTold, recordTold)
}

async function readHistory(tx: PracticeTx, { personId }: { personId: string }, { relation }: Asked) {
  const history = await foldedHistory(tx, personId)
  const referrals = await referralsOf(tx, personId)
  const identifiers = await identifiersOf(tx, personId)
  const came = await cameBy(tx, personId)
  const corrected = await detailsCorrected(tx, personId)
  const checked = history.answers.get(detailsQuestion)
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    items: history.items,
    none: history.none,
    referrals,
    // By its end: enough to compare, not enough to misuse.
    identifiers: identifiers.map(({ system, type, value }) => ({ system, type, ending: value.slice(-4) })),
    cameBy: came.map((one) => told(one, can(tx.actor.roles, 'enquiry.read', 'practice'))),
    details: {
      confirmed: areDetailsConfirmed(
        history,
        newest(referrals[0]?.receivedAt, came[0]?.at, corrected[0]?.at),
      ),
      by: checked?.saidBy ?? '',
      at: checked?.saidAt ?? null,
      corrections: corrected.map(setRight),
    },
    can: {
      confirm: may('history.confirm'),
      confirmDetails: may('details.confirm'),
      invite: may('person.invite'),
    },
  }
}

const setRight = ({ before, after, ...one }: CorrectedDetails) => ({
  ...one,
  changed: detailParts
    .filter((part) => part in after)
    .map((part) => ({ part, was: before[part] ?? null, now: after[part] ?? null })),
})

const newest = (...moments: readonly (Instant | undefined)[]): Instant | null => {
  const known = moments.filter((at) => at !== undefined)
  return known.length === 0 ? null : Math.max(...known)
}

/** What somebody wrote to the desk is opened by the desk; what may be left at their number is for whoever might call it. */
function told({ told: said, wroteAt, enquiryId, reachBy, message, ...one }: CameBy, mayOpen: boolean) {
  const wrote =
    wroteAt === null || reachBy === null || message === null
      ? null
      : { at: wroteAt, enquiryId: mayOpen ? enquiryId : null, reachBy, contact: one.contact, message }
  const { givenName, familyName, birthDate, phone, email } = said
  const name = `${givenName} ${familyName}`
  return { id: one.id, at: one.at, by: one.by, told: { name, birthDate, phone, email }, wrote }
}
