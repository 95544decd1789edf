import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { lines } from '../platform/http/text.contract.ts'
import { allLines, dayAnswers } from './dayLines.ts'
import { reportResults, testResults } from './dayTold.ts'

const ofSession = ({ sessionId }: { sessionId: string }) => ({ sessionId })
const words = (most: number) => lines(most)
const codes = z.array(z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/), z.maxLength(40))).check(z.maxLength(40))
const moment = z.iso.datetime({ offset: true })
/** As the reviewed table of drugs names it. */
const ingredient = z.string().check(z.regex(/^[a-z][a-z -]*$/), z.maxLength(60))
const reply = z.object({ id: z.uuid() })

/** What whoever is at the bedside tells of the day; told anew where it was wrong, for the newest holds. */
export const tellDay = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/told',
  action: 'day.tell',
  subject: ofSession,
  input: z.strictObject({
    sessionId: z.uuid(),
    id: z.uuid(),
    told: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fasting'), solidAt: moment, clearAt: moment }),
      z.strictObject({
        kind: z.literal('standing'),
        systolicMmHg: z.int().check(z.gte(20), z.lte(350)),
        diastolicMmHg: z.int().check(z.gte(10), z.lte(250)),
        dizzy: z.boolean(),
      }),
      z.strictObject({ kind: z.literal('equipment'), items: codes }),
      z.strictObject({ kind: z.literal('closing'), untilAt: moment }),
      z.strictObject({ kind: z.literal('talked'), talked: z.boolean(), wantsAnother: z.boolean() }),
      z.strictObject({
        kind: z.literal('talked-instead'),
        capacity: z.enum(['prescriber', 'therapist']),
        reason: words(2000),
      }),
      z.strictObject({
        kind: z.literal('answers'),
        said: z
          .array(z.strictObject({ line: z.enum(allLines), answer: z.enum(dayAnswers) }))
          .check(z.minLength(1), z.maxLength(allLines.length)),
      }),
      z.strictObject({ kind: z.literal('reviewed'), review: words(2000) }),
      z.strictObject({
        kind: z.literal('medicines'),
        taken: z
          .array(
            z.strictObject({
              ingredient,
              /** When the last dose was, where that is known and may weigh. */
              last: z.union([z.enum(['not-today', 'unknown']), moment]),
            }),
          )
          .check(z.minLength(1), z.maxLength(40)),
      }),
    ]),
  }),
  reply,
})

/** The medicine in hand, what its own programme wants attested, a test and a report of the state: by those who may give it. */
export const tellMedicine = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/told/medicine',
  action: 'medicine.tell',
  subject: ofSession,
  input: z.strictObject({
    sessionId: z.uuid(),
    id: z.uuid(),
    told: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('count'),
        lot: words(60),
        useBy: z.iso.date(),
        agrees: z.boolean(),
      }),
      z.strictObject({ kind: z.literal('rems'), items: codes }),
      z.strictObject({ kind: z.literal('pregnancy-test'), testResult: z.enum(testResults) }),
      z.strictObject({ kind: z.literal('report'), reportResult: z.enum(reportResults) }),
    ]),
  }),
  reply,
})
