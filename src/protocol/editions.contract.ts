import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { line, lines } from '../platform/http/text.contract.ts'
import { DirectorShape } from '../director/director.contract.ts'
import type { Bounds } from './bounds.ts'
import type { Protocol } from './protocol.ts'

/** Published text, held to `ProtocolShape` or `BoundsFile` when it is read; it is given out as it stands. */
const isObject = (value: unknown) => typeof value === 'object' && value !== null
const protocol = z.custom<Protocol>(isObject)

const signed = { reason: z.string(), byName: z.string(), signedAt: z.number() }

export const OwnShape = z.object({
  ...signed,
  lineId: z.uuid(),
  edition: z.number(),
  /** The published edition it was copied from, of the same kind. */
  fromVersion: z.string(),
  isNewest: z.boolean(),
  /** Since when no new course begins on it. */
  ended: z.nullable(z.object(signed)),
  document: protocol,
})
export type Own = z.output<typeof OwnShape>

const practice = () => ({ practice: true }) as const

/** Every edition of every protocol, the newest of each first, and the practice's own. Nothing here is about anyone. */
export const readProtocols = defineEndpoint({
  method: 'GET',
  path: '/api/protocols',
  action: 'protocols.read',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    editions: z.array(protocol),
    own: z.array(OwnShape),
    /** Within what an own one may be set. */
    within: z.custom<Bounds>(isObject),
    /** Who the medical director is, and signs alone; null where nobody is named. */
    director: DirectorShape,
    can: z.object({ publish: z.boolean() }),
  }),
})

const figure = z.number().check(z.gte(0), z.lte(9999))
const whole = z.int().check(z.gte(0), z.lte(9999))
const minutes = z.array(whole).check(z.maxLength(100))

/** A copy (its `lineId` is its own id, its edition 1) or the next edition of one; which values may be set, the source says. */
export const publishOwn = defineEndpoint({
  method: 'POST',
  path: '/api/protocols/own',
  action: 'protocols.publish',
  subject: practice,
  input: z.strictObject({
    id: z.uuid(),
    lineId: z.uuid(),
    edition: z.int().check(z.gte(1), z.lte(9999)),
    protocolId: line(60),
    fromVersion: line(20),
    title: z.strictObject({ en: line(80), es: line(80) }),
    values: z.strictObject({
      gapHours: whole,
      stayMinutes: whole,
      atMinutes: minutes,
      sparserMinutes: z.nullable(minutes),
      solidHours: figure,
      clearHours: figure,
      afterDoses: minutes,
      thenMonths: z.nullable(whole),
    }),
    reason: lines(1000),
    confirmationId: z.uuid(),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** No new course begins on it from now on. */
export const endOwn = defineEndpoint({
  method: 'POST',
  path: '/api/protocols/own/ends',
  action: 'protocols.publish',
  subject: practice,
  input: z.strictObject({
    id: z.uuid(),
    lineId: z.uuid(),
    reason: lines(1000),
    confirmationId: z.uuid(),
  }),
  reply: z.object({ id: z.uuid() }),
})
