import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { lines } from '../platform/http/text.contract.ts'

const ofSession = ({ sessionId }: { sessionId: string }) => ({ sessionId })
const words = (most: number) => lines(most)
const codes = z.array(z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/), z.maxLength(40))).check(z.maxLength(40))
const moment = z.iso.datetime({ offset: true })
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
    ]),
  }),
  reply,
})

/** The medicine in hand, and what its own programme wants attested: by those who may give it. */
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
    ]),
  }),
  reply,
})
