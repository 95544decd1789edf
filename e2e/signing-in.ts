import type { Player, Stage } from './stage.ts'

interface Shown {
  readonly accountId: string
  readonly email: string
  readonly password: string
  readonly authenticator: boolean
}

/** Signs one of the demo's people in, in their own browser, with the code their demo authenticator shows. */
export async function signIn(stage: Stage, player: Player, email: string): Promise<void> {
  await player.page.goto('/sign-in')
  const { people } = await get<{ people: Shown[] }>(player, '/api/demo/people')
  const who = people.find((one) => one.email === email)
  if (!who) throw new Error(`no one in the demo has the address ${email}`)
  await post(player, '/api/sign-in', { email, password: who.password })
  if (who.authenticator) await showCode(player, who.accountId)
  const { rows } = await stage.owner.query('select id from seat where account_id = $1', [who.accountId])
  player.seatId = rows[0].id
}

async function showCode(player: Player, accountId: string): Promise<void> {
  const { code, from, now } = await get<{ code: string; from: number; now: number }>(
    player,
    `/api/demo/people/${accountId}/code`,
  )
  await player.page.waitForTimeout(Math.max(0, from - now))
  await post(player, '/api/sign-in/code', { code })
}

export const get = <Answer>(player: Player, path: string): Promise<Answer> =>
  player.page.evaluate(async (url) => (await fetch(url)).json(), path)

/** Asks as the page itself would, for what another test walks through by hand. */
export async function post(player: Player, path: string, body: object): Promise<void> {
  const answer = await player.page.evaluate(
    async ([url, sent]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const reply = await fetch(url, { method: 'POST', headers, body: sent })
      return { status: reply.status, said: await reply.text() }
    },
    [path, JSON.stringify(body)] as const,
  )
  if (answer.status !== 200) throw new Error(`POST ${path}: ${answer.status} ${answer.said}`)
}
