import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse as Response } from 'fastify'
import type { Paper } from '../../consent/paper.contract.ts'
import { paperSecondText, paperText, type PaperSaid } from '../../consent/paper.ts'
import type { Someone } from './arrange.ts'
import type { Clinic } from './clinic.ts'
import { giveConfirmation, hashOfDocument } from './credentials.ts'

export const saidOnPaper: PaperSaid = {
  formName: 'Consent to ketamine treatment',
  formVersion: '3',
  signedOn: '2026-05-14',
  signerName: 'Ana Prueba',
  signedAs: 'self',
  language: 'en',
  keptWhere: 'Blue folder, second shelf',
}

export const papersAt = (personId: string, path = '') => `/api/people/${personId}/paper-consents${path}`

/** What a team and their client do with a consent on paper, through the real server. */
export function onPaper({ owner, people, ask, clock }: Clinic) {
  const { therapist, prescriber, monitor } = people
  const at = papersAt
  const confirmed = (who: Someone, documentHash: string) =>
    giveConfirmation(owner, { who, documentHash, at: clock.machineNow })

  async function bring(personId: string, as: Someone = therapist, more: Partial<PaperSaid> = {}) {
    const id = randomUUID()
    const said = { ...saidOnPaper, ...more }
    const documentHash = hashOfDocument(paperText(personId, id, said))
    const body = { id, ...said, documentHash, confirmationId: await confirmed(as, documentHash) }
    const reply: Response = await ask(as, at(personId), { body })
    return { id, body, reply }
  }

  const read = async (personId: string, as: Someone = therapist): Promise<Paper[]> =>
    (await ask(as, at(personId))).json().papers ?? []
  const stateOf = async (personId: string) => (await read(personId))[0]?.state

  async function secondWith(
    personId: string,
    paperId: string,
    { as, more = {} }: { as: Someone; more?: object },
  ): Promise<Response> {
    const first = (await read(personId)).find(({ id }) => id === paperId)?.documentHash ?? '0'.repeat(64)
    const documentHash = hashOfDocument(paperSecondText(paperId, first))
    const body = {
      id: randomUUID(),
      documentHash,
      confirmationId: await confirmed(as, documentHash),
      ...more,
    }
    return ask(as, at(personId, `/${paperId}/second`), { body })
  }
  const second = (personId: string, paperId: string, as: Someone = prescriber): Promise<Response> =>
    secondWith(personId, paperId, { as })

  const ending =
    (how: string) =>
    (personId: string, paperId: string, as: Someone): Promise<Response> =>
      ask(as, at(personId, `/${paperId}/withdrawals`), { body: { id: randomUUID(), how } })
  const drop = (personId: string, paperId: string, as: Someone = monitor): Promise<Response> =>
    ask(as, at(personId, `/${paperId}/mistake`), {
      body: { id: randomUUID(), reason: 'That was her sister’s.' },
    })

  /** Brought in by one, seen by another. */
  async function attested(personId: string): Promise<string> {
    const { id } = await bring(personId)
    const { statusCode } = await second(personId, id)
    if (statusCode !== 200) throw new Error('this paper was not attested')
    return id
  }

  const [withdraw, notSo] = [ending('withdrawn'), ending('not-so')]
  return { bring, read, stateOf, second, secondWith, ending, withdraw, notSo, drop, attested, confirmed }
}
