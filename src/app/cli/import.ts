import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { noteRefusal } from '../../audit/audit.commands.ts'
import { can } from '../../access/policy.ts'
import { importReferral, type Imported } from '../../intake/referral.commands.ts'
import { referralLimits } from '../../intake/referral.ts'
import { house, type Actor } from '../../kernel/actor.ts'
import type { Call } from '../../kernel/call.ts'
import { idFrom, isId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import { openDb, type Db } from '../../platform/db/db.ts'
import { inPractice, nobody } from '../../platform/db/door.ts'
import type { PracticeTx } from '../../platform/db/tx.ts'
import { en } from '../../platform/i18n/problem.en.ts'
import { runningAddress } from '../../platform/postgres/running.ts'
import { memberCalled } from '../../practice/member.queries.ts'
import { dataOption, settings } from '../settings.ts'
import { Misused, type Asked, type CliCommand } from './command.ts'

export const importCommand: CliCommand = {
  takes: ['FILE'],
  options: {
    practice: { type: 'string', value: 'ID', words: 'Into this practice' },
    as: { type: 'string', value: 'MEMBER', words: 'In the name of this member of it, by id or by name' },
    data: dataOption,
  },
  about: `
Takes a referral over: a FHIR R4 bundle about one person, as JSON. A person who is known by one of the numbers in it is
matched, anyone else is created; the same file twice makes one person and adds nothing twice. Everything is to be
confirmed by a clinician. What is not taken over is listed with its reason. A file that is damaged, too large or about
more than one person is refused whole and changes nothing. The member must be one who may take referrals in, and the
import is on the trail in their name.`,
  async run(asked) {
    const referral = await textOf(asked.given[0] ?? '')
    const { databaseUrl, dataFolder } = settings(asked.option('data'))
    const { practice, as } = namesIn(asked)
    const db = openDb(databaseUrl ?? (await runningAddress(dataFolder, 'app')), 2)
    try {
      const actor = await actorCalled(db, { practice, as })
      return { exit: 0, json: told(await taken(db, actor, referral)) }
    } finally {
      await db.destroy()
    }
  },
}

function namesIn(asked: Asked): { practice: string; as: string } {
  const [practice, as] = [asked.option('practice'), asked.option('as')]
  if (!practice || !isId(practice)) throw new Misused('--practice takes the id of a practice.')
  if (!as) throw new Misused('--as takes a member of that practice.')
  return { practice, as }
}

async function textOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > 4 * referralLimits.characters) throw new Problem('referral-too-large')
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Problem) throw cannot(cause)
    throw new CannotRun('referral-file', `${path} cannot be read.`, cause)
  }
}

async function actorCalled(db: Db, { practice, as }: { practice: string; as: string }): Promise<Actor> {
  const anyone: Actor = { ...nobody, practiceId: practice, roles: ['service'], name: 'command line' }
  const member = practice === house ? undefined : await inPractice(db, anyone, (tx) => memberCalled(tx, as))
  if (!member) throw new CannotRun('no-such-member', 'There is no such practice, or no such member in it.')
  return { ...anyone, accountId: member.accountId, seatId: member.id, roles: member.roles, name: member.name }
}

/** As the server does it: once, audited, undone whole when refused, and the refusal written down. */
async function taken(db: Db, actor: Actor, referral: string): Promise<Imported> {
  const machineNow = Date.now()
  const call: Call = {
    action: 'referral.import',
    subject: { practice: true },
    effect: true,
    intentKey: idFrom(machineNow, randomBytes(16)),
    careNow: machineNow,
    machineNow,
    personId: null,
    relation: 'practice',
  }
  try {
    return await inPractice(db, actor, (tx, careNow) => admitted(tx, { ...call, careNow }, referral))
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal
    await inPractice(db, actor, (tx) => noteRefusal(tx, call, refusal.kind))
    throw cannot(refusal)
  }
}

async function admitted(tx: PracticeTx, call: Call, referral: string): Promise<Imported> {
  if (!can(tx.actor.roles, call.action, call.relation)) throw new Problem('not-allowed')
  const imported = await importReferral(tx, { referral }, call)
  if (imported instanceof Problem) throw imported
  return imported
}

const cannot = ({ kind }: Problem): CannotRun => new CannotRun(kind, `${en[kind].title} ${en[kind].next}`)

const told = ({ personId, outcome, imported, already, unread, partly }: Imported) => ({
  person: personId,
  outcome,
  imported: { person: outcome === 'created' ? 1 : 0, ...imported },
  already: { person: outcome === 'matched' ? 1 : 0, ...already },
  unread,
  partly,
})
