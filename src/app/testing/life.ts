import fc from 'fast-check'
import { orderInForce } from '../../medication/order.ts'
import { gatesOf, openGates } from '../../journey/gates.ts'
import type { GateFacts } from '../../journey/gateFacts.ts'
import type { Instant } from '../../kernel/instant.ts'
import { careNowOf } from './deciding.ts'
import type { Stage } from './journey.ts'

export interface Real {
  readonly stage: Stage
  signatureId: string
  orderId: string
  rideId: string
}
export interface Model {
  facts: GateFacts
  clearances: { decision: 'clear' | 'not-now'; validUntil: Instant | null }[]
  releases: {
    id: string
    orderId: string
    from: Instant
    until: Instant
    used: boolean
    /** When a gate opened under it. */
    endedAt?: Instant
  }[]
  /** The session of the earlier dose, once there is one. */
  earlierId?: string
  /** When they went home from that. */
  homeAt?: Instant
  /** Every dose. */
  given: Instant[]
  seen: Set<string>
}
export type Told = (model: Model, real: Real, at: Instant) => Promise<void>
export const command = (name: string, told: Told): fc.AsyncCommand<Model, Real> => ({
  check: () => true,
  run: async (model, real) => told(model, real, await careNowOf(real.stage.clinic)),
  toString: () => name,
})

/** A fact that is told: every release ends under which a gate stood open when it came, or stands open since. */
export const happens = (name: string, told: Told) =>
  command(name, async (model, real, at) => {
    const [facts, decided] = [model.facts, model.clearances.length]
    const dead = deadAt(model, at)
    await told(model, real, at)
    if (model.facts === facts && model.clearances.length === decided) return
    for (const release of [...dead, ...deadAt(model, at)]) release.endedAt ??= at
  })

/** The releases that would still run, but for a gate that is open or an order that holds no longer. */
export function deadAt(model: Model, at: Instant): Model['releases'] {
  const open = openGates(gatesOf(factsAt(model, at), at)).length > 0
  const inForce = orderInForce(model.facts.orders, at)?.id
  return model.releases.filter(
    ({ orderId, until, used }) => until > at && !used && (open || orderId !== inForce),
  )
}
export const change = (model: Model, more: Partial<GateFacts>) => {
  model.facts = { ...model.facts, ...more }
}
export const factsAt = (model: Model, at: Instant): GateFacts => {
  const newest = model.clearances.at(-1)!
  const over = newest.validUntil === null || newest.validUntil <= at
  const standing = newest.decision === 'not-now' ? 'not-now' : over ? 'expired' : 'clear'
  return {
    ...model.facts,
    clearance: { standing, by: null, conditions: null, decidedAt: at, validUntil: newest.validUntil },
  }
}
