import { renewByOwner } from '../../access/owner.commands.ts'
import { noteRefusal } from '../../audit/audit.commands.ts'
import { house, type Actor } from '../../kernel/actor.ts'
import type { Call } from '../../kernel/call.ts'
import { isoOf } from '../../kernel/instant.ts'
import { Problem } from '../../kernel/problem.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import { openDb, type Db } from '../../platform/db/db.ts'
import { inPractice, nobody } from '../../platform/db/door.ts'
import { en } from '../../platform/i18n/problem.en.ts'
import { openDatabase } from '../../platform/postgres/open.ts'
import { dataOption, settings } from '../settings.ts'
import { type Asked, type CliCommand, Misused } from './command.ts'
import { originFrom } from './origin.ts'

export const recoverAdministratorCommand: CliCommand = {
  takes: ['EMAIL'],
  options: {
    although: {
      type: 'string',
      value: 'REASON',
      words:
        'Why you do it although another administrator could; in a sentence, kept and shown to all of them',
    },
    'public-origin': {
      type: 'string',
      value: 'URL',
      words: 'What browsers call this server, for the link (http://localhost:4600)',
    },
    data: dataOption,
  },
  about: `
For a practice whose only administrator has lost the password and the second step, run by whoever owns the data folder. It
prints a link that works once, within an hour, with which the person with this address sets up their sign-in anew; hand it to
them yourself, once you are sure that it is them. Their other sign-ins end at once.

It is never silent: it stands on the sealed audit trail, is shown to every administrator and auditor when they next sign in,
and is told by mail to the person and to all other administrators. Where another administrator could let the person in, it is
refused, unless --although says in writing why that will not do.`,
  async run(asked) {
    const { dataFolder, databaseUrl } = settings(asked.option('data'))
    const [lost, origin] = [lostBy(asked), originFrom(asked) ?? 'http://localhost:4600']
    const database = await openDatabase({ dataFolder, databaseUrl, log: asked.tell })
    const db = openDb(database.appUrl, 2)
    try {
      const made = await renewed(db, lost, origin)
      asked.tell(
        `The sign-ins of ${made.email} have ended. This is on the trail, and told by mail to them and to ${made.told} other ` +
          'administrators, where the server sends mail.',
      )
      const json = { ...made, expiresAt: isoOf(made.expiresAt) }
      return { exit: 0, plain: `${made.link}\nIt works once, until ${json.expiresAt}.`, json }
    } finally {
      await db.destroy()
      await database.stop()
    }
  },
}

const shortestReason = 10
const longestReason = 500

function lostBy(asked: Asked): { email: string; although: string | null } {
  const [email = ''] = asked.given
  const although = asked.option('although')?.trim() ?? null
  if (!email.includes('@')) throw new Misused('It takes the address that the administrator signs in with.')
  if (although !== null && (although.length < shortestReason || although.length > longestReason))
    throw new Misused(`--although takes a reason of ${shortestReason} to ${longestReason} characters.`)
  return { email, although }
}

const owner: Actor = { ...nobody, roles: ['service'], name: 'owner' }

/** As the server does it: undone whole when refused, and the refusal written down. */
async function renewed(db: Db, lost: ReturnType<typeof lostBy>, origin: string) {
  const machineNow = Date.now()
  const call: Call = {
    action: 'account.renew-by-owner',
    subject: { open: house },
    effect: true,
    intentKey: undefined,
    careNow: machineNow,
    machineNow,
    personId: null,
    relation: 'practice',
    why: 'command line',
  }
  try {
    return await inPractice(db, owner, (tx) => renewByOwner(tx, lost, { ...call, origin }))
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal
    await inPractice(db, owner, (tx) => noteRefusal(tx, call, refusal.kind))
    const { title, next } = en[refusal.kind]
    const how = refusal.kind === 'another-administrator' ? ' (--although REASON)' : ''
    throw new CannotRun(refusal.kind, `${title} ${next}${how}`)
  }
}
