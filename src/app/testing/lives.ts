import fc from 'fast-check'
import type { DayTelling } from '../../journey/told.ts'
import { day, hour, isoOf, minute, type Instant } from '../../kernel/instant.ts'
import { change, command, happens, type Model, type Real } from './life.ts'
import { sublingual, wellToday } from './gates.ts'
import { putEarlierDose, putHome } from './earlier.ts'
import { passTime, putting } from './journey.ts'

/** What may happen to a session, told to the database as it is told to the model. */
export const happenings: Record<string, fc.Arbitrary<fc.AsyncCommand<Model, Real>>> = {
  withdraw: fc.constant(
    happens('withdraw consent', async (model, real, at) => {
      await putting.withdrawal(real.stage, at, real.signatureId)
      change(model, { withdrawals: [...model.facts.withdrawals, { part: 'all', withdrawnAt: at }] })
    }),
  ),
  sign: fc.constantFrom(0, 2 * day).map((ago) =>
    happens(`sign consent ${ago / hour} h ago`, async (model, real, at) => {
      const id = await unlessUnderMedicine(putting.consent(real.stage, at, ago))
      if ((id === undefined) !== underMedicine(model, at)) throw new Error('signed under medicine')
      if (id === undefined) return
      real.signatureId = id
      const signature = { id: real.signatureId, signedAt: at - ago }
      change(model, { signatures: [...model.facts.signatures, signature] })
    }),
  ),
  ask: fc.constantFrom('no-thoughts', 'thoughts-no-intent', 'intent-or-plan').map((answer) =>
    happens(`ask about suicide: ${answer}`, async (model, real, at) => {
      const id = await putting.suicide(real.stage, at, { answer })
      const { suicide } = model.facts
      change(model, { suicide: { ...suicide, checks: [...suicide.checks, { id, answer, askedAt: at }] } })
    }),
  ),
  measure: fc
    .record({
      systolic: fc.constantFrom(98, 118, 140, 141, 150, 160),
      ago: fc.constantFrom(0, minute, 20 * minute),
    })
    .map(({ systolic, ago }) =>
      happens(`measure ${systolic}, ${ago / minute} min ago`, async (model, real, at) => {
        const takenAt = at - ago
        const row = { systolic_mmhg: systolic, diastolic_mmhg: 80, taken_at: isoOf(takenAt) }
        const id = await putting.pressure(real.stage, at, row)
        const reading = { id, systolicMmHg: systolic, diastolicMmHg: 80, takenAt, doubtful: false }
        change(model, { pressures: [...model.facts.pressures, reading] })
      }),
    ),
  correct: fc.constantFrom(120, 165).map((systolic) =>
    happens(`correct the last pressure to ${systolic}`, async (model, real) => {
      const last = model.facts.pressures.at(-1)
      if (!last) return
      const row = {
        systolic_mmhg: systolic,
        diastolic_mmhg: 80,
        taken_at: isoOf(last.takenAt),
        corrects: last.id,
      }
      const id = await putting.pressure(real.stage, 0, row)
      const others = model.facts.pressures.filter((one) => one !== last)
      change(model, { pressures: [...others, { ...last, id, systolicMmHg: systolic }] })
    }),
  ),
  ride: fc.boolean().map((named) =>
    happens(named ? 'name a ride' : 'lose the ride', async (model, real, at) => {
      const id = await putting.ride(real.stage, at, named ? {} : { name: null, phone: null })
      const words = named ? { name: 'Robin', phone: '1' } : { name: null, phone: null }
      change(model, { rides: [...model.facts.rides, { id, ...words, namedAt: at }] })
      real.rideId = named ? id : real.rideId
    }),
  ),
  people: fc
    .record({ who: fc.constantFrom(0, 1, 2), state: fc.constantFrom('here', 'reachable', 'away') })
    .map(({ who, state }) =>
      happens(`${['therapist', 'monitor', 'prescriber'][who]} ${state}`, async (model, real, at) => {
        const { therapist, monitor, prescriber } = real.stage.clinic.people
        const memberId = [therapist, monitor, prescriber][who]!.seatId
        await putting.person(real.stage, at, { member_id: memberId, state })
        const roles = [['therapist', 'monitor', 'prescriber'][who]!]
        const noted = { memberId, name: '', state, roles, notedAt: at }
        change(model, { presence: [...model.facts.presence, noted] })
      }),
    ),
  asked: fc
    .record({ wants: fc.boolean(), safe: fc.boolean(), own: fc.boolean() })
    .map(({ wants, safe, own }) =>
      happens(
        `asked: ${wants ? (safe ? 'yes' : 'not safe') : 'not today'}${own ? '' : ', by staff'}`,
        async (model, real, at) => {
          const about = wants ? { safe_home: safe, ride_id: real.rideId } : {}
          const by = own ? {} : { on_own_screen: false, asked_by: real.stage.clinic.people.therapist.seatId }
          await putting.asked(real.stage, at, { wants_today: wants, ...about, ...by })
          const answer = {
            wantsToday: wants,
            safeHome: wants ? safe : null,
            rideId: wants ? real.rideId : null,
            onOwnScreen: own,
            askedAt: at,
          }
          change(model, { asked: [...model.facts.asked, answer] })
        },
      ),
    ),
  clearance: fc.constantFrom('clear', 'not-now').map((decision) =>
    happens(`decide: ${decision}`, async (model, real, at) => {
      const validUntil = decision === 'clear' ? at + 2 * day : null
      await putting.clearance(real.stage, at, {
        decision,
        valid_until: validUntil && isoOf(validUntil),
        decided_at: isoOf(at),
      })
      model.clearances.push({ decision, validUntil })
    }),
  ),
  order: fc.constantFrom(100, 320, 460).map((mg) =>
    happens(`replace the order: ${mg} mg`, async (model, real, at) => {
      const inForce = model.facts.orders.filter(
        ({ stoppedAt, supersededAt }) => stoppedAt === null && supersededAt === null,
      )
      const supersedes = inForce.at(-1)?.id ?? null
      const written = { label_mg: mg, base_mg: mg, range_reason: mg === 320 ? null : 'why', supersedes }
      const range = mg === 320 ? { range: 'inside' } : {}
      real.orderId = await putting.order(real.stage, at, { ...written, ...range, signed_at: isoOf(at) })
      const before = model.facts.orders.map((one) =>
        one.id === supersedes ? { ...one, supersededAt: at } : one,
      )
      const after = {
        ...before[0]!,
        id: real.orderId,
        labelMg: mg,
        baseMg: mg,
        rangeReason: mg === 320 ? null : 'why',
      }
      const fresh = {
        signedAt: at,
        validUntil: at + 30 * day,
        stoppedAt: null,
        supersededAt: null,
        dosesGiven: 0,
        supersedes,
      }
      change(model, { orders: [...before, { ...after, ...fresh }] })
    }),
  ),
  tell: fc
    .constantFrom<DayTelling>(
      { kind: 'fasting', solidAt: 14 * hour, clearAt: 4 * hour },
      { kind: 'fasting', solidAt: 2 * hour, clearAt: 2 * hour },
      { kind: 'fasting', solidAt: 8 * hour, clearAt: hour },
      { kind: 'fasting', solidAt: 9 * hour, clearAt: 5 * hour },
      { kind: 'equipment', items: sublingual.equipment.items },
      { kind: 'equipment', items: sublingual.equipment.items.slice(1) },
      { kind: 'closing', untilAt: -9 * hour },
      { kind: 'closing', untilAt: -155 * minute },
      { kind: 'closing', untilAt: -130 * minute },
      { kind: 'closing', untilAt: -20 * minute },
      { kind: 'count', lot: 'A1', useBy: '2099-12-31', agrees: true },
      { kind: 'count', lot: 'A1', useBy: '2099-12-31', agrees: false },
      { kind: 'count', lot: 'A1', useBy: '2020-01-01', agrees: true },
      { kind: 'talked', talked: true, wantsAnother: true },
      { kind: 'talked', talked: true, wantsAnother: false },
      { kind: 'talked', talked: false, wantsAnother: true },
      { kind: 'talked-instead', capacity: 'therapist', reason: 'why' },
      { kind: 'talked-instead', capacity: 'prescriber', reason: 'why' },
    )
    .map((ago) => toldOf(ago)),
  hear: fc
    .constantFrom<DayTelling>(
      { kind: 'answers', answers: wellToday },
      { kind: 'answers', answers: { capacity: 'intoxicated' } },
      { kind: 'answers', answers: { capacity: 'has', bladder: 'new' } },
      { kind: 'answers', answers: { 'warning-signs': 'declined' } },
      { kind: 'answers', answers: { 'changed-fall': 'yes', 'cannabis-within-24-hours': 'yes' } },
      { kind: 'answers', answers: { 'alcohol-today': 'declined' } },
      { kind: 'answers', answers: { 'alcohol-today': 'yes' } },
      { kind: 'reviewed', review: 'why' },
      { kind: 'report', reportResult: 'as-expected' },
      { kind: 'report', reportResult: 'concern' },
      { kind: 'medicines', answers: { lorazepam: 'unknown' } },
      { kind: 'medicines', answers: { lorazepam: 'not-today' } },
      { kind: 'medicines', answers: { lorazepam: '2020-01-01T00:00:00.000Z' } },
      { kind: 'pregnancy-test', testResult: 'positive' },
      { kind: 'pregnancy-test', testResult: 'negative' },
    )
    .map((ago) => toldOf(ago)),
  decide: fc
    .record({ gate: fc.constantFrom('today', 'substances', 'report', 'medicines'), proceed: fc.boolean() })
    .map(({ gate, proceed }) =>
      happens(`decide about ${gate}: ${proceed}`, async (model, real, at) => {
        const expiresAt = at + 8 * hour
        await putting.decision(real.stage, at, { gate, proceed, expires_at: isoOf(expiresAt) })
        const decision = { gate, proceed, decidedAt: at, expiresAt, byName: '', prescribes: true } as const
        change(model, { decisions: [...model.facts.decisions, decision] })
      }),
    ),
  earlier: fc.constantFrom(5 * hour, 30 * hour, 80 * hour).map((ago) => earlierDose(ago)),
  home: fc.constantFrom(0, 23 * hour, day - minute, 25 * hour).map((ago) => wentHome(ago)),
  wait: fc.constantFrom(minute, 6 * minute, 31 * minute, 9 * hour, 3 * day).map((ms) =>
    command(`wait ${ms / minute} min`, async (_, real) => {
      await passTime(real.stage, ms)
    }),
  ),
}

export const earlierDose = (ago: number) =>
  happens(`a dose in another session, ${ago / hour} h ago`, async (model, real, at) => {
    if (model.facts.lastDoseAt !== null || model.facts.session.dosedAt !== null) return
    model.earlierId = await putEarlierDose(real.stage, at - ago, null)
    model.given.push(at - ago)
    change(model, { lastDoseAt: at - ago, lastHere: { at: at - ago, homeAt: null } })
  })

export const wentHome = (ago: number) =>
  happens(`they went home ${ago / hour} h ago`, async (model, real, at) => {
    const { lastHere } = model.facts
    if (!model.earlierId || !lastHere || lastHere.homeAt !== null) return
    const homeAt = Math.max(at - ago, lastHere.at)
    const isKept = await unlessInDanger(putHome(real.stage, model.earlierId, homeAt))
    if (isKept !== !saidIntentSince(model, lastHere.at)) throw new Error('sent home in danger')
    if (!isKept) return
    model.homeAt = homeAt
    change(model, { lastHere: { at: lastHere.at, homeAt } })
  })

/** One fact of the day; its moments are written as so long ago (or, below nothing, ahead). */
export const toldOf = (ago: DayTelling): fc.AsyncCommand<Model, Real> =>
  happens(`tell ${JSON.stringify(ago)}`, async (model, real, at) => {
    const telling: DayTelling =
      ago.kind === 'fasting'
        ? { ...ago, solidAt: at - ago.solidAt, clearAt: at - ago.clearAt }
        : ago.kind === 'closing'
          ? { ...ago, untilAt: at - ago.untilAt }
          : ago
    const { people } = real.stage.clinic
    const by =
      telling.kind === 'talked-instead'
        ? telling.capacity
        : telling.kind === 'reviewed'
          ? 'prescriber'
          : 'monitor'
    await putting.told(real.stage, at, { ...rowOf(telling), told_by: people[by].seatId })
    const told = { ...telling, toldAt: at, byName: '', roles: [by] }
    change(model, { told: [...model.facts.told, told] })
  })

function rowOf(telling: DayTelling): Record<string, unknown> {
  const { kind, ...rest } = telling
  const columns = Object.entries(rest).map(([name, value]) => {
    const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const written = name === 'answers' ? JSON.stringify(value) : value
    return [column, name.endsWith('At') ? isoOf(Number(value)) : written]
  })
  return { kind, ...Object.fromEntries(columns) }
}

/** From any dose until a day after they went home from the last one. */
function underMedicine({ given, homeAt }: Model, at: Instant): boolean {
  const last = Math.max(...given)
  const home = homeAt !== undefined && homeAt >= last ? homeAt : Infinity
  return given.length > 0 && home + day > at
}

/** Nothing is signed from a dose on: the database refuses it. */
/** Nobody is sent home who told of intent or a plan since the dose, until a clinician has cleared it; here nobody does. */
const saidIntentSince = ({ facts }: Model, doseAt: number): boolean =>
  facts.suicide.checks.some(({ answer, askedAt }) => answer === 'intent-or-plan' && askedAt > doseAt)

const unlessInDanger = (goingHome: Promise<string>): Promise<boolean> =>
  goingHome.then(
    () => true,
    (cause: { code?: string }) => {
      if (cause.code === '23514') return false
      throw cause
    },
  )

const unlessUnderMedicine = (signing: Promise<string>): Promise<string | undefined> =>
  signing.catch((cause: { code?: string }) => {
    if (cause.code === 'TL001') return undefined
    throw cause
  })
