import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { suicideAnswers } from './suicide.ts'

const ofPerson = ({ personId }: { personId: string }) => ({ personId })
const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
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
        personId: z.uuid(),
        personName: z.string(),
        ownerName: z.string(),
        mine: z.boolean(),
        raisedAt: z.number(),
        dueAt: z.number(),
        state: z.enum(['waiting', 'seen']),
        late: z.boolean(),
        events: z.array(
          z.object({
            kind: z.enum(['acknowledged', 'done', 'escalated']),
            at: z.number(),
            byName: z.string(),
          }),
        ),
        can: z.object({ act: z.boolean(), see: z.boolean(), close: z.boolean() }),
      }),
    ),
    cover: z.nullable(z.object(CoverShape)),
    reading: ReadingShape,
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
  input: z.strictObject({ ...step, note: words(2000) }),
  reply: made,
})

export const handOnTask = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/tasks/:taskId/on',
  action: 'task.act',
  subject: ofPerson,
  input: z.strictObject({ ...step, toSeatId: z.uuid(), note: z._default(z.nullable(words(2000)), null) }),
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
  input: z.strictObject({ id: z.uuid(), ...CoverShape }),
  reply: made,
})

const CheckShape = z.object({
  id: z.uuid(),
  answer: z.enum(suicideAnswers),
  askedAt: z.number(),
  askedBy: z.string(),
})

const PlanWords = {
  warningSigns: words(2000),
  onMyOwn: words(2000),
  peopleAndPlaces: z._default(z.string().check(z.trim(), z.maxLength(2000)), ''),
  peopleToAsk: words(2000),
  professionals: words(2000),
  surroundings: words(2000),
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
    verdict: z.enum(['met', 'not-asked', 'stop', 'needs-decision']),
    because: z.nullable(z.enum(['no-thoughts', 'decided', 'thoughts', 'recent-alarm'])),
    /** Met by a written decision, not by the answer alone. */
    decided: z.boolean(),
    missing: z.array(z.enum(['override', 'plan'])),
    /** The check that the verdict is about. */
    checkId: z.nullable(z.uuid()),
    checks: z.array(CheckShape),
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
    can: z.object({ record: z.boolean(), plan: z.boolean(), decide: z.boolean() }),
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
    reason: words(2000),
    riskBenefit: words(2000),
    mitigation: words(2000),
    expiresAt: z.iso.datetime({ offset: true }),
    confirmationId: z.uuid(),
  }),
  reply: made,
})
