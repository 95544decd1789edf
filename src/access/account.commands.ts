import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import type { Call } from '../kernel/call.ts'
import type { Entry } from '../platform/db/entry.ts'
import { setLanguage } from './access.store.ts'
import { endLogins } from './login.store.ts'
import { holderOf } from './signin.commands.ts'

interface Asked extends Call {
  readonly entry: Entry | undefined
}

/** Ends one of one's own sign-ins, wherever it is. */
export const endLogin = command(async (tx, { loginId }: { loginId: string }, asked: Asked) => {
  const { accountId } = holderOf(asked)
  const why = 'ended by its owner' as const
  const ended = await endLogins(tx, { accountId, loginId, at: asked.machineNow, why })
  if (ended === 0n) throw new Problem('not-found')
  return { ended: 1 }
})

export const endOtherLogins = command(async (tx, _: object, asked: Asked) => {
  const { accountId, loginId } = holderOf(asked)
  const why = 'ended by its owner' as const
  const ended = await endLogins(tx, { accountId, but: loginId, at: asked.machineNow, why })
  return { ended: Number(ended) }
})

export const chooseLanguage = command(async (tx, { language }: { language: 'en' | 'es' }, asked: Asked) => {
  await setLanguage(tx, holderOf(asked).accountId, language)
  return { language }
})
