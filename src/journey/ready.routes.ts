import { can } from '../access/policy.ts'
import { table } from '../rule/rule.content.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { orderInForce, type Order } from '../medication/order.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import type { Protocol } from '../protocol/protocol.ts'
import type { GateFacts, Presence } from './gateFacts.ts'
import { sessionFacts } from './gateFacts.queries.ts'
import { dosesOf, type DoseGiven } from './dose.queries.ts'
import { askedForDay, endedRelease, gateFactsOf, myOpenGates, unusedRelease } from './gates.queries.ts'
import { gatesOf, openGates } from './gates.ts'
import { consentGate } from './agreed.ts'
import { standingGate } from './atBedside.ts'
import { talkedGate } from './talked.ts'
import { heardToday } from './askedToday.ts'
import { allLines, dayAnswers } from './dayLines.ts'
import { toldToday } from './dayTold.ts'
import { medicinesGate, pregnancyGate } from './evidenceToday.ts'
import { mitigationsOf } from './mitigation.queries.ts'
import { ownParts } from './own.ts'
import { askedGate, peopleToday, rideGate, rideInForce } from './present.ts'
import { answerAlone, decideDay, nameRide, notePresence, releaseDose } from './ready.commands.ts'
import * as contract from './ready.contract.ts'
import { rideOf } from './ride.queries.ts'
import { readingsOf } from './room.queries.ts'
import { tellDay } from './told.commands.ts'
import { tellDay as tellDayAsked, tellMedicine } from './told.contract.ts'

export function readyRoutes(shell: Shell): void {
  readRoutes(shell)
  ownRoutes(shell)
  serve(shell, contract.nameRide, nameRide)
  serve(shell, contract.loseRide, (tx, asked, call) =>
    nameRide(tx, { ...asked, name: null, phone: null }, call),
  )
  serve(shell, contract.answerAlone, answerAlone)
  serve(shell, contract.notePresence, notePresence)
  serve(shell, tellDayAsked, tellDay)
  serve(shell, tellMedicine, tellDay)
  serve(shell, contract.decideDay, decideDay)
  serve(shell, contract.releaseDose, releaseDose)
}

function readRoutes(shell: Shell): void {
  serve(shell, contract.readRide, async (tx, { sessionId }) => ({ ride: await rideOf(tx, sessionId) }))
  serve(shell, contract.readReady, async (tx, { sessionId }, { careNow, relation }) => {
    const found = await gateFactsOf(tx, sessionId, careNow)
    if (!found) throw new Problem('not-found')
    const { head, facts } = found
    const gates = gatesOf(facts, careNow)
    const order = wholeOrder(facts.orders, careNow)
    const release = order && (await unusedRelease(tx, { sessionId, orderId: order.id }, careNow))
    const team = await careTeamOf(tx, head.personId)
    const { seatId, name, roles } = tx.actor
    const may = (action: string) => can(roles, action, relation)
    return {
      ...head,
      now: careNow,
      gates,
      titles: { ...titlesOf(facts.findings.open), ...attestedOf(facts.protocol) },
      kit: {
        equipment: ticked(facts.protocol.equipment.items, toldToday(facts, 'equipment', careNow)),
        rems: ticked(Object.keys(attestedOf(facts.protocol)), toldToday(facts, 'rems', careNow)),
      },
      said: saidToday(facts, careNow),
      takenToday: [...facts.needs.takenToday],
      doses: (await dosesOf(tx, sessionId)).map(asGiven),
      rules: judgedBy({ version: table.version, raised: facts.findings.raised ?? [] }),
      order,
      release: (openGates(gates).length === 0 && release) || null,
      ended: (await endedRelease(tx, sessionId, careNow)) ?? null,
      mitigations: await mitigationsOf(tx, head, careNow),
      readings: await readingsOf(tx, sessionId),
      ride: rideShown(facts, careNow),
      people: peopleOf(team, peopleToday(facts, careNow)),
      can: {
        release: may('dose.release'),
        take: may('room.measure'),
        name: may('ride.name'),
        ask: may('alone.answer'),
        note: may('presence.note'),
        decide: may('day.decide'),
        tell: may('day.tell'),
        tellMedicine: may('medicine.tell'),
        instead: (['prescriber', 'therapist'] as const).filter((role) => roles.includes(role)),
        askSafety: may('asked.record'),
        order: may('order.sign'),
      },
      me: { seatId, name },
    }
  })
}

/** What nobody may read aloud in the room is not shown there: an order whose signature is over something else. */
function wholeOrder(orders: readonly Order[], careNow: Instant): Order | null {
  const order = orderInForce(orders, careNow)
  return order && !order.broken ? order : null
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
      { id: 'talked', rule: '', ...talkedGate(facts, careNow) },
    ] as const
    return {
      ...head,
      now: careNow,
      begun: facts.session.dosedAt !== null,
      ride: rideShown(facts, careNow),
      parts: ownParts(own, {
        open: await openForClient(tx, { ...facts, ...(await askedForDay(tx, head.personId)) }, careNow),
        afterAnother: facts.lastDoseAt !== null && facts.protocol.psychotherapy.present,
      }),
    }
  })
}

/** The gates that are open, by name; those that the database cannot find are found here. */
async function openForClient(tx: PracticeTx, facts: GateFacts, careNow: Instant): Promise<string[]> {
  const found = {
    standing: standingGate(facts, careNow),
    medicines: medicinesGate(facts, careNow),
    pregnancy: pregnancyGate(facts, careNow),
  }
  const unmet = Object.entries(found).filter(([, { state }]) => state !== 'met')
  return [...(await myOpenGates(tx, facts.session.id)), ...unmet.map(([id]) => id)]
}

/** The newest answer to each question of the day, in the words in which it was offered. */
const saidToday = (facts: GateFacts, careNow: Instant) =>
  allLines
    .flatMap((line) => heardToday(facts, line, careNow))
    .flatMap(({ line, answer: said }) => {
      const answer = dayAnswers.find((one) => one === said)
      return answer ? [{ line, answer }] : []
    })

/** Each piece, and whether it was ticked today. */
const ticked = (items: readonly string[], told: { readonly items: readonly string[] } | undefined) =>
  items.map((id) => ({ id, ticked: told?.items.includes(id) ?? false }))

const attestedOf = ({ rems }: Protocol) =>
  Object.fromEntries((rems?.attest ?? []).map(({ id, words }) => [id, words]))

const asGiven = (dose: DoseGiven) => ({ ...dose, judgedBy: dose.judgedBy && judgedBy(dose.judgedBy) })

/** Named as the rules are now. */
const judgedBy = ({ version, raised }: NonNullable<DoseGiven['judgedBy']>) => ({
  version,
  raised: raised.map(({ rule, since }) => ({
    rule,
    title: table.byId.get(rule)?.title ?? { en: rule, es: rule },
    since,
  })),
})

const titlesOf = (rules: readonly string[]) =>
  Object.fromEntries(table.rules.filter(({ id }) => rules.includes(id)).map(({ id, title }) => [id, title]))

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
