import { randomUUID } from 'node:crypto'
import type { Response } from 'light-my-request'
import { addPerson, assign, type Someone } from '../../app/testing/arrange.ts'
import type { Clinic } from '../../app/testing/clinic.ts'
import { readForm } from '../form.ts'
import { textOf } from './files.ts'

/** A practice's own file, read; it must be one that can be. */
export function readWell(file: object) {
  const found = readForm(textOf(file))
  if ('refused' in found) throw new Error(JSON.stringify(found.refused))
  return found
}

/** As it is asked then: in English, without a danger and not about what happened to someone. */
export const formMade = (file: object, id: string) =>
  readWell(file).form({ id, version: '1', language: 'en', licence: 'ours', danger: [], trauma: false })

/** Brought in by who administers, and a client who can send answers to it. */
export async function broughtIn({ owner, practiceId, people, ask }: Clinic, file: object) {
  const client: Someone = await addPerson(owner, practiceId, 'Ana')
  await assign(owner, { member: people.therapist, personId: client.seatId })
  const brought = await ask(people.administrator, '/api/own-forms', {
    body: {
      id: randomUUID(),
      original: textOf(file),
      language: null,
      licence: 'Written by this practice, 2026.',
      danger: [],
      trauma: false,
    },
  })
  const { formId } = brought.json()
  const send = (said: object): Promise<Response> =>
    ask(client, `/api/people/${client.seatId}/answers`, {
      body: {
        id: randomUUID(),
        instrumentId: formId,
        instrumentVersion: '1',
        language: 'en',
        answers: { said },
        withheld: {},
      },
    })
  return { client, send }
}
