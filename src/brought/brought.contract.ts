import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { line, lines } from '../platform/http/text.contract.ts'
import { ProductShape as product } from '../protocol/protocol.contract.ts'
import { broughtRoutes, sources, tolerances } from './brought.ts'

const ofCourse = ({ courseId }: { courseId: string }) => ({ courseId })
const text = z.nullable(z.string())
const route = z.nullable(z.enum(broughtRoutes))
const salt = z.nullable(z.enum(['base', 'hydrochloride']))
const tolerated = z.nullable(z.enum(tolerances))
const source = z.enum(sources)

const BroughtShape = z.object({
  id: z.uuid(),
  givenOn: z.string(),
  product: z.nullable(product),
  route,
  labelMg: z.nullable(z.number()),
  labelSalt: salt,
  baseMg: z.nullable(z.number()),
  givenWhere: text,
  tolerated,
  howItWent: text,
  source,
  sourceWords: text,
  byName: z.string(),
  broughtAt: z.number(),
  /** Why it counts no longer, and who said so. */
  back: z.nullable(z.object({ reason: z.string(), byName: z.string(), at: z.number() })),
})
export type Brought = z.output<typeof BroughtShape>

/** The journeys of a course that took place elsewhere, as the care team reads them. */
export const readBrought = defineEndpoint({
  method: 'GET',
  path: '/api/courses/:courseId/brought',
  action: 'brought.read',
  subject: ofCourse,
  input: z.object({ courseId: z.uuid() }),
  reply: z.object({
    journeys: z.array(BroughtShape),
    /** How many journeys with a dose there were here. */
    here: z.number(),
    can: z.object({ bring: z.boolean() }),
  }),
})

/** Every key is said: null is "not known", and never left out. */
export const bringJourney = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/brought',
  action: 'brought.bring',
  subject: ofCourse,
  input: z.strictObject({
    courseId: z.uuid(),
    id: z.uuid(),
    /** "2026", "2026-05" or "2026-05-14": never more exact than it is known. */
    givenOn: line(10),
    product: z.nullable(product),
    route,
    labelMg: z.nullable(z.number().check(z.gt(0), z.lt(10_000), z.multipleOf(0.01))),
    labelSalt: salt,
    givenWhere: z.nullable(line(200)),
    tolerated,
    howItWent: z.nullable(lines(2000)),
    source,
    sourceWords: z.nullable(line(300)),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** What was brought in and is not so: it stays readable, with the reason, and counts no longer. */
export const takeBack = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/brought/:broughtId/back',
  action: 'brought.bring',
  subject: ofCourse,
  input: z.strictObject({
    courseId: z.uuid(),
    broughtId: z.uuid(),
    id: z.uuid(),
    reason: lines(500),
  }),
  reply: z.object({ id: z.uuid() }),
})

const EarlierShape = z.object({
  id: z.uuid(),
  givenOn: z.string(),
  givenWhere: text,
  tolerated,
  source,
  byName: z.string(),
  broughtAt: z.number(),
})
export type Earlier = z.output<typeof EarlierShape>

/** The same for the client themself: no dose. */
export const readEarlier = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/earlier',
  action: 'earlier.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({ journeys: z.array(EarlierShape) }),
})
