import { can } from '../access/policy.ts'
import { ruleTable } from '../clearance/clearance.content.ts'
import { Problem } from '../kernel/problem.ts'
import { orderInForce } from '../medication/order.ts'
import { careTeamOf } from '../person/person.queries.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import type { GateFacts, Presence } from './gateFacts.ts'
import { sessionFacts } from './gateFacts.queries.ts'
import { dosesOf } from './dose.queries.ts'
import { gateFactsOf, myOpenGates, unusedRelease } from './gates.queries.ts'
import { gatesOf, openGates } from './gates.ts'
import { consentGate } from './agreed.ts'
import { ownParts } from './own.ts'
import { askedGate, peopleToday, rideGate, rideInForce } from './present.ts'
import { answerAlone, decideDay, nameRide, notePresence, releaseDose } from './ready.commands.ts'
import * as contract from './ready.contract.ts'

export function readyRoutes(shell: Shell): void {
  readRoutes(shell)
  ownRoutes(shell)
  serve(shell, contract.nameRide, nameRide)
  serve(shell, contract.loseRide, (tx, asked, call) =>
    nameRide(tx, { ...asked, name: null, phone: null }, call),
  )
  serve(shell, contract.answerAlone, answerAlone)
  serve(shell, contract.notePresence, notePresence)
  serve(shell, contract.decideDay, decideDay)
  serve(shell, contract.releaseDose, releaseDose)
}

function readRoutes(shell: Shell): void {
  serve(shell, contract.readReady, async (tx, { sessionId }, { careNow, relation }) => {
    const found = await gateFactsOf(tx, sessionId, careNow)
    if (!found) throw new Problem('not-found')
    const { head, facts } = found
    const gates = gatesOf(facts, careNow)
    const order = orderInForce(facts.orders, careNow) ?? null
    const release = order && (await unusedRelease(tx, { sessionId, orderId: order.id }, careNow))
    const team = await careTeamOf(tx, head.personId)
    const { seatId, name, roles } = tx.actor
    const may = (action: string) => can(roles, action, relation)
    return {
      ...head,
      now: careNow,
      gates,
      titles: titlesOf(facts.findings.open),
      doses: await dosesOf(tx, sessionId),
      order,
      release: (openGates(gates).length === 0 && release) || null,
      ride: rideShown(facts, careNow),
      people: peopleOf(team, peopleToday(facts, careNow)),
      can: {
        release: may('dose.release'),
        take: may('room.measure'),
        name: may('ride.name'),
        ask: may('alone.answer'),
        note: may('presence.note'),
        decide: may('day.decide'),
        askSafety: may('asked.record'),
        order: may('order.sign'),
      },
      me: { seatId, name },
    }
  })
}

function ownRoutes(shell: Shell): void {
  serve(shell, contract.readOwnReady, async (tx, { sessionId }, { careNow }) => {
    const found = await sessionFacts(tx, sessionId)
    if (!found) throw new Problem('not-found')
    const { head } = found
    const facts = { ...found.facts, timeZone: head.timeZone, protocol: head.protocol } as GateFacts
    const own = [
      { id: 'consent', rule: '', ...consentGate(facts, careNow) },
      { id: 'ride', rule: '', ...rideGate(facts, careNow) },
      { id: 'asked', rule: '', ...askedGate(facts, careNow) },
    ] as const
    return {
      ...head,
      now: careNow,
      begun: facts.session.dosedAt !== null,
      ride: rideShown(facts, careNow),
      parts: ownParts(own, await myOpenGates(tx, sessionId)),
    }
  })
}

const titlesOf = (rules: readonly string[]) =>
  Object.fromEntries(
    ruleTable.rules.filter(({ id }) => rules.includes(id)).map(({ id, title }) => [id, title]),
  )

function rideShown(facts: GateFacts, careNow: number) {
  const ride = rideInForce(facts.rides, careNow)
  return ride ? { id: ride.id, name: ride.name ?? '', phone: ride.phone ?? '' } : null
}

/** The whole care team, so that one tap notes each; and whoever else is there. Of whom nobody has noted, nothing is known. */
function peopleOf(
  team: readonly { memberId: string; name: string; roles: readonly string[] }[],
  noted: readonly Presence[],
) {
  const states = new Map(noted.map((one) => [one.memberId, one.state]))
  const others = noted.filter(({ memberId }) => !team.some((member) => member.memberId === memberId))
  return [...team, ...others].map(({ memberId, name, roles }) => ({
    memberId,
    name,
    roles: [...roles],
    state: states.get(memberId) ?? null,
  }))
}
