import type { LightMyRequestResponse as Response } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Someone } from './arrange.ts'
import { readReady, type Stage } from './journey.ts'

/** What is told on the day, as the screen sends it. */
const telling =
  (where: string) =>
  (stage: Stage, told: object, as: Someone = stage.clinic.people.monitor): Promise<Response> =>
    stage.clinic.ask(as, `/api/sessions/${stage.sessionId}/${where}`, { body: { id: randomUUID(), told } })
export const tell = telling('told')
export const tellMedicine = telling('told/medicine')

export const answers = (said: Readonly<Record<string, string>>) => ({
  kind: 'answers',
  said: Object.entries(said).map(([line, told]) => ({ line, answer: told })),
})

export interface GateRead {
  readonly id: string
  readonly state: string
  readonly because: { readonly code: string; readonly items?: string[] }
}
export const gateOf = async (stage: Stage, wanted: string): Promise<GateRead> =>
  (await readReady(stage)).gates.find(({ id }: GateRead) => id === wanted)
export const stateOf = async (stage: Stage, wanted: string): Promise<string> => {
  const { state, because } = await gateOf(stage, wanted)
  return `${state}: ${because.code}`
}
