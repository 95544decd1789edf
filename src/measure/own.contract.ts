import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { ratedWithholdings, withholdings } from '../instrument/response.ts'
import { ownCourses } from './own.ts'

/** A client's own answers over time, in words: nothing that leaves the server for them has a score, a band or a mark. */
export const readOwnAnswers = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/own-answers',
  action: 'answers.read-own',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    matters: z.array(
      z.object({
        instrumentId: z.string(),
        /** What a form of the practice's own calls itself, in the language it was answered in; null: the page has a word for it. */
        title: z.nullable(z.string()),
        course: z.enum(ownCourses),
        times: z.array(
          z.object({
            at: z.number(),
            state: z.enum(['answered', 'partly', 'missed', 'refused']),
            /** From here on it was answered in this language, and before in the other: two versions of the questions. */
            turnedTo: z.nullable(z.enum(['en', 'es'])),
            answers: z.nullable(
              z.array(
                z.object({
                  question: z.string(),
                  answer: z.nullable(z.string()),
                  withheld: z.nullable(z.enum([...withholdings, ...ratedWithholdings])),
                }),
              ),
            ),
          }),
        ),
      }),
    ),
    team: z.array(z.string()),
  }),
})

export type OwnAnswers = output<typeof readOwnAnswers.reply>
export type OwnMatter = OwnAnswers['matters'][number]
