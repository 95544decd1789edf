import type { LightMyRequestResponse as Response } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Guests } from '../../access/guest.contract.ts'
import { permissionShown, type Lasting } from '../../access/guest.ts'
import { addCourse, addPerson, assign, type Someone } from './arrange.ts'
import { arrivalsAt, codeFor, tokenIn } from './arrivals.ts'
import { openBrowser, type Browser } from './browser.ts'
import type { Clinic } from './clinic.ts'
import { giveConfirmation, hashOfDocument } from './credentials.ts'

export const stated = { name: 'Nora Vale, LMFT', licenseState: 'CA', licenseNumber: 'LMFT 12345' }
const goodPassword = 'the blue kettle hums at four'

interface Invited {
  readonly id: string
  readonly email: string
  readonly reply: Response
  readonly token: string
}

interface GuestsAt {
  invite(client: Someone, courseId: string, more?: { lasts?: Lasting; hash?: string }): Promise<Invited>
  /** A new sign-in, with two factors, for a therapist who has none here. */
  join(token: string): Promise<{ browser: Browser; reply: Response }>
  end(client: Someone, grantId: string): Promise<Response>
  told(as: Someone, client: Someone): Promise<Guests>
}

/** The client asks a therapist in, as their own page does, signature and all. */
function guestsAt(clinic: Clinic): GuestsAt {
  const { owner, ask, clock } = clinic
  const { mailsTo } = arrivalsAt(clinic)
  return {
    async invite(client: Someone, courseId: string, more: { lasts?: Lasting; hash?: string } = {}) {
      const id = randomUUID()
      const permission = {
        name: 'Nora Vale',
        email: `${id}@people.example`,
        language: 'en' as const,
        lasts: more.lasts ?? ('course' as const),
      }
      const shown = permissionShown({ ...permission, personId: client.seatId, courseId })
      const documentHash = more.hash ?? hashOfDocument(shown)
      const confirmationId = await giveConfirmation(owner, {
        who: client,
        documentHash,
        at: clock.machineNow,
      })
      const reply = await ask(client, `/api/courses/${courseId}/guests`, {
        body: { ...permission, id, documentHash, confirmationId },
      })
      return { id, email: permission.email, reply, token: tokenIn(await mailsTo(permission.email)) }
    },
    async join(token: string) {
      const browser = openBrowser(clinic)
      const { authenticator } = (await browser.send('/api/join/look', { token })).json()
      const second = { sealed: authenticator.sealed, code: codeFor(authenticator.secret, clock.machineNow) }
      const reply = await browser.send('/api/join', { token, stated, password: goodPassword, second })
      return { browser, reply }
    },
    end: (client: Someone, grantId: string) =>
      ask(client, `/api/people/${client.seatId}/guests/${grantId}/end`, { body: { id: randomUUID() } }),
    told: async (as: Someone, client: Someone) =>
      (await ask(as, `/api/people/${client.seatId}/guests`)).json(),
  }
}

/** People to be guests of, and guests who came the whole way. */
export function guestsIn(clinic: Clinic) {
  const { owner, practiceId, people } = clinic
  const made = guestsAt(clinic)
  return {
    ...made,
    /** Someone in care, with a therapist, a prescriber and a course. */
    async inCare() {
      const client = await addPerson(owner, practiceId, 'Ana')
      for (const member of [people.therapist, people.prescriber])
        await assign(owner, { member, personId: client.seatId })
      return { client, ...(await addCourse(owner, practiceId, client.seatId)) }
    },
    /** A guest who came the whole way, in the seat they took. */
    async guestOf(client: Someone, courseId: string) {
      const { id, token } = await made.invite(client, courseId)
      const { browser, reply } = await made.join(token)
      if (reply.statusCode !== 200) throw new Error(reply.body)
      const account = (await browser.send('/api/account')).json()
      const seat = account.seats.find(({ kind }: { kind: string }) => kind === 'guest')
      const { rows } = await owner.query('select account_id from seat where id = $1', [seat.id])
      const accountId: string = rows[0].account_id
      const who: Someone = { seatId: seat.id, accountId, practiceId, token: browser.token() }
      return { grantId: id, who, account, seat }
    },
  }
}

export type InCare = Awaited<ReturnType<ReturnType<typeof guestsIn>['inCare']>>

/** A refusal, as its status and its kind. */
export const kindOf = (reply: { json(): { kind?: string }; statusCode: number }) => [
  reply.statusCode,
  reply.json().kind,
]
