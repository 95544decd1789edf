import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { longestNote } from './note.ts'
import { lines, unfinished } from '../platform/http/text.contract.ts'

/** Nothing was written here before. */
const year2000 = 946_684_800_000
const about = ({ courseId }: { courseId: string }) => ({ courseId })
const Place = { sessionId: z.nullable(z.uuid()), corrects: z.nullable(z.uuid()) }
const NoteShape = z.object({ id: z.uuid(), words: z.string(), ...Place, writtenAt: z.number() })

/** One's own notes on a course: nobody else's are ever in it. */
export const readNotes = defineEndpoint({
  method: 'GET',
  path: '/api/courses/:courseId/notes',
  action: 'note.read',
  subject: about,
  input: z.object({ courseId: z.uuid() }),
  reply: z.object({
    notes: z.array(NoteShape),
    /** What was being typed. */
    draft: z.nullable(z.object({ words: z.string(), ...Place, savedAt: z.number() })),
  }),
})

export const writeNote = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/notes',
  action: 'note.write',
  subject: about,
  input: z.strictObject({
    courseId: z.uuid(),
    id: z.uuid(),
    words: lines(longestNote),
    ...Place,
    /** When it was written, by the clock of care; it may arrive later. */
    at: z.int().check(z.gte(year2000)),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** Kept while it is typed. Empty words: given up. */
export const keepNoteDraft = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/notes/draft',
  action: 'note.draft',
  subject: about,
  input: z.strictObject({ courseId: z.uuid(), words: unfinished(longestNote), ...Place }),
  reply: z.object({ savedAt: z.number() }),
})

/** Everything the one signed in has written, wherever they sat, also where they sit no longer. */
export const readKeptNotes = defineEndpoint({
  method: 'GET',
  path: '/api/account/notes',
  action: 'note.kept',
  subject: () => ({ account: true }),
  input: z.object({}),
  reply: z.object({
    courses: z.array(
      z.object({
        courseId: z.uuid(),
        practiceName: z.string(),
        /** The client, as the author called them when writing. */
        called: z.string(),
        notes: z.array(z.object({ ...NoteShape.shape, sessionNumber: z.nullable(z.number()) })),
        draft: z.nullable(z.object({ words: z.string(), savedAt: z.number() })),
      }),
    ),
  }),
})

export type KeptNotes = z.output<typeof readKeptNotes.reply>
