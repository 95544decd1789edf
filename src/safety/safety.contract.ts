import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { urgencies } from './ladder.ts'
import { FormShape, ProductShape, RouteShape } from '../protocol/protocol.contract.ts'
import { lines } from '../platform/http/text.contract.ts'
import { handedBy } from './task.ts'
import { riskLevels, suicideAnswers } from './suicide.ts'

const ofPerson = ({ personId }: { personId: string }) => ({ personId })
const made = z.object({ id: z.uuid() })

export const ReadingShape = z.object({
  declared: z.boolean(),
  openNow: z.boolean(),
  readFrom: z.number(),
  dueAt: z.number(),
})

const CoverShape = {
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
  opensMinute: z.int().check(z.minimum(0), z.maximum(1439)),
  closesMinute: z.int().check(z.minimum(1), z.maximum(1440)),
  respondWithinMinutes: z.int().check(z.minimum(1), z.maximum(1440)),
}

const ToldShape = z.object({
  round: z.number(),
  rung: z.number(),
  at: z.number(),
  name: z.nullable(z.string()),
  way: z.enum(['mail', 'screen', 'no-one']),
})

/** What waits for a person, as far as the reader may see it. */
export const readTasks = defineEndpoint({
  method: 'GET',
  path: '/api/tasks',
  action: 'task.read',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    careNow: z.number(),
    tasks: z.array(
      z.object({
        id: z.uuid(),
        kind: z.nullable(z.string()),
        /** What else came up in the same sitting, by its kind. */
        also: z.array(z.string()),
        /** The dose it is about, for who may read amounts and is shown what it is. */
        dose: z.nullable(
          z.object({
            product: ProductShape,
            form: FormShape,
            route: RouteShape,
            labelMg: z.number(),
            labelSalt: z.enum(['base', 'hydrochloride']),
            givenAt: z.number(),
            givenByName: z.string(),
            corrected: z.boolean(),
          }),
        ),
        personId: z.uuid(),
        personName: z.string(),
        ownerName: z.string(),
        mine: z.boolean(),
        raisedAt: z.number(),
        dueAt: z.number(),
        state: z.enum(['waiting', 'seen']),
        late: z.boolean(),
        urgency: z.enum(urgencies),
        told: z.array(ToldShape),
        /** Everyone was told and no person has answered; or the ladder itself has not moved. */
        alarm: z.nullable(z.enum(['unanswered', 'silent'])),
        events: z.array(
          z.object({
            kind: z.enum(['acknowledged', 'done', 'escalated']),
            at: z.number(),
            byName: z.string(),
            because: z.nullable(z.enum(handedBy)),
          }),
        ),
        can: z.object({ act: z.boolean(), see: z.boolean(), close: z.boolean(), open: z.boolean() }),
      }),
    ),
    cover: z.nullable(z.object(CoverShape)),
    reading: ReadingShape,
    /** The alarm of the alarm, of everything here and not only what this reader sees. */
    ladder: z.object({
      minutes: z.array(z.number()),
      usual: z.boolean(),
      standsStill: z.boolean(),
      unanswered: z.number(),
      silent: z.number(),
    }),
    can: z.object({ declareCover: z.boolean() }),
  }),
})

export type TasksNow = output<typeof readTasks.reply>
export type TaskNow = TasksNow['tasks'][number]

const step = { personId: z.uuid(), taskId: z.uuid(), id: z.uuid() }

export const acknowledgeTask = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/tasks/:taskId/seen',
  action: 'task.act',
  subject: ofPerson,
  input: z.strictObject(step),
  reply: made,
})

export const closeTask = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/tasks/:taskId/done',
  action: 'task.act',
  subject: ofPerson,
  input: z.strictObject({ ...step, note: lines(2000) }),
  reply: made,
})

export const handOnTask = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/tasks/:taskId/on',
  action: 'task.act',
  subject: ofPerson,
  input: z.strictObject({ ...step, toSeatId: z.uuid(), note: z._default(z.nullable(lines(2000)), null) }),
  reply: made,
})

/** To whom it can be handed. */
export const readReachable = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/reachable',
  action: 'task.act',
  subject: ofPerson,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    people: z.array(z.object({ seatId: z.uuid(), name: z.string(), roles: z.array(z.string()) })),
  }),
})

export const declareCover = defineEndpoint({
  method: 'POST',
  path: '/api/cover',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z
    .strictObject({ id: z.uuid(), ...CoverShape })
    .check(z.refine(({ opensMinute, closesMinute }) => opensMinute < closesMinute)),
  reply: made,
})

const rungMinutes = z.int().check(z.minimum(1), z.maximum(1440))

/** When the second, third and last rung are told; each later than the one before. */
export const setLadder = defineEndpoint({
  method: 'POST',
  path: '/api/ladder',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.strictObject({
    id: z.uuid(),
    minutes: z
      .tuple([rungMinutes, rungMinutes, rungMinutes])
      .check(z.refine(([second, third, last]) => second < third && third < last)),
  }),
  reply: made,
})

const CheckShape = z.object({
  id: z.uuid(),
  answer: z.enum(suicideAnswers),
  askedAt: z.number(),
  /** Where it waited on a device so long that both moments tell something. */
  arrivedAt: z.nullable(z.number()),
  doubt: z.nullable(z.enum(['ahead', 'late'])),
  askedBy: z.string(),
})

const FormulationWords = {
  level: z.enum(riskLevels),
  speaksFor: lines(2000),
  protects: lines(2000),
  couldChange: lines(2000),
  nextSteps: lines(2000),
}
const FormulationShape = z.object({
  id: z.uuid(),
  ...FormulationWords,
  madeAt: z.number(),
  madeBy: z.string(),
})

const becauses = [
  'no-thoughts',
  'decided',
  'thoughts',
  'recent-alarm',
  'earlier-alarm',
  'moderate',
  'said',
  'right-now',
  'high',
  'screen',
  'alarm',
] as const

const PlanWords = {
  warningSigns: lines(2000),
  onMyOwn: lines(2000),
  peopleAndPlaces: lines(2000, 0),
  peopleToAsk: lines(2000),
  professionals: lines(2000),
  surroundings: lines(2000),
}

/** The question asked in person: what was said, what today's gate says of it, and the plan. */
export const readAsked = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/asked',
  action: 'asked.read',
  subject: ofPerson,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    careNow: z.number(),
    verdict: z.enum(['met', 'not-asked', 'stop', 'needs-formulation', 'needs-decision']),
    because: z.nullable(z.enum(becauses)),
    /** When what calls for it, or stops it, was told. */
    toldAt: z.nullable(z.number()),
    /** Met by a written decision, not by the answer alone. */
    decided: z.boolean(),
    missing: z.array(z.enum(['override', 'plan'])),
    /** The check that the verdict is about. */
    checkId: z.nullable(z.uuid()),
    checks: z.array(CheckShape),
    formulations: z.array(FormulationShape),
    plan: z.nullable(
      z.object({
        id: z.uuid(),
        warningSigns: z.string(),
        onMyOwn: z.string(),
        peopleAndPlaces: z.string(),
        peopleToAsk: z.string(),
        professionals: z.string(),
        surroundings: z.string(),
        madeAt: z.number(),
        madeWith: z.string(),
      }),
    ),
    can: z.object({ record: z.boolean(), plan: z.boolean(), decide: z.boolean(), formulate: z.boolean() }),
  }),
})

export type AskedNow = output<typeof readAsked.reply>

export const recordAsked = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/asked',
  action: 'asked.record',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    sessionId: z._default(z.nullable(z.uuid()), null),
    answer: z.enum(suicideAnswers),
    at: z.optional(z.iso.datetime({ offset: true })),
  }),
  reply: made,
})

export const makePlan = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/plans',
  action: 'asked.plan',
  subject: ofPerson,
  input: z.strictObject({ personId: z.uuid(), id: z.uuid(), ...PlanWords }),
  reply: made,
})

export const decideAsked = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/asked/:checkId/decision',
  action: 'asked.decide',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    checkId: z.uuid(),
    id: z.uuid(),
    reason: lines(2000),
    riskBenefit: lines(2000),
    mitigation: lines(2000),
    expiresAt: z.iso.datetime({ offset: true }),
    confirmationId: z.uuid(),
  }),
  reply: made,
})

/** What a licensed clinician makes of somebody's risk, in their own words and signed. Whatever its level, it is recorded. */
export const formulateRisk = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/formulations',
  action: 'asked.formulate',
  subject: ofPerson,
  input: z.strictObject({ personId: z.uuid(), id: z.uuid(), ...FormulationWords, confirmationId: z.uuid() }),
  reply: made,
})
