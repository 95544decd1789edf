import { randomBytes } from 'node:crypto'
import { can, type Action } from '../../access/policy.ts'
import { noteRefusal } from '../../audit/audit.commands.ts'
import { house, type Actor } from '../../kernel/actor.ts'
import type { Call } from '../../kernel/call.ts'
import { idFrom, isId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import type { Db } from '../../platform/db/db.ts'
import { inPractice, nobody } from '../../platform/db/door.ts'
import type { PracticeTx } from '../../platform/db/tx.ts'
import { en } from '../../platform/i18n/problem.en.ts'
import { openDatabase } from '../../platform/postgres/open.ts'
import { runningAddress } from '../../platform/postgres/running.ts'
import { memberCalled } from '../../practice/member.queries.ts'
import { practicesHere } from '../../practice/practice.queries.ts'
import type { Settings } from '../settings.ts'
import { Misused, type Asked } from './command.ts'

export interface Named {
  /** Nothing where it was left out: then it is the only one there is. */
  readonly practice: string | undefined
  readonly as: string
}

export const practiceOption = {
  type: 'string',
  value: 'ID',
  words: 'Into this practice; may be left out where there is only one',
} as const

export function namesIn(asked: Asked): Named {
  const [practice, as] = [asked.option('practice'), asked.option('as')]
  if (practice !== undefined && !isId(practice))
    throw new Misused(
      '--practice takes the id of a practice. Leave it out: where there is more than one, they are listed with their ids.',
    )
  if (!as) throw new Misused('--as takes a member of that practice, by id or by the whole name.')
  return { practice, as }
}

/** The address under which the command line works on what the server works on: fenced as the server is. */
export async function workingAddress({
  databaseUrl,
  dataFolder,
}: Pick<Settings, 'databaseUrl' | 'dataFolder'>): Promise<string> {
  if (databaseUrl === undefined) return runningAddress(dataFolder, 'app')
  return (await openDatabase({ dataFolder, databaseUrl })).appUrl
}

async function onlyPractice(db: Db): Promise<string> {
  const here = await inPractice(db, nobody, practicesHere)
  const [only] = here
  if (only && here.length === 1) return only.id
  if (!only) throw new CannotRun('no-practice', 'There is no practice here yet.')
  const list = here.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
  throw new CannotRun(
    'which-practice',
    `There are ${here.length} practices. Say which with --practice:\n${list}`,
  )
}

async function actorCalled(db: Db, { practice: said, as }: Named): Promise<Actor> {
  const practice = said ?? (await onlyPractice(db))
  const anyone: Actor = { ...nobody, practiceId: practice, roles: ['service'], name: 'command line' }
  const member = practice === house ? undefined : await inPractice(db, anyone, (tx) => memberCalled(tx, as))
  if (!member) throw new CannotRun('no-such-member', 'There is no such practice, or no such member in it.')
  return { ...anyone, accountId: member.accountId, seatId: member.id, roles: member.roles, name: member.name }
}

interface Deed<Reply> {
  readonly named: Named
  readonly action: Action
  readonly done: (tx: PracticeTx, call: Call) => Promise<Reply | Problem>
}

/** As the server does it: once, audited, undone whole when refused, and the refusal written down. */
export async function doneAs<Reply>(db: Db, { named, action, done }: Deed<Reply>): Promise<Reply> {
  const actor = await actorCalled(db, named)
  const machineNow = Date.now()
  const call: Call = {
    action,
    subject: { practice: true },
    effect: true,
    intentKey: idFrom(machineNow, randomBytes(16)),
    careNow: machineNow,
    machineNow,
    personId: null,
    relation: 'practice',
    why: 'command line',
  }
  try {
    return await inPractice(db, actor, async (tx, careNow) => {
      if (!can(tx.actor.roles, action, call.relation)) throw new Problem('not-allowed')
      const reply = await done(tx, { ...call, careNow })
      if (reply instanceof Problem) throw reply
      return reply
    })
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal
    await inPractice(db, actor, (tx) => noteRefusal(tx, call, refusal.kind))
    throw cannot(refusal)
  }
}

/** Whom a refusal names, by their ids here: a terminal is no place for names. */
const cannot = ({ kind, fields }: Problem): CannotRun => {
  const who = fields.filter(({ path }) => path === 'who').map(({ fault }) => fault)
  const said = who.length > 0 ? ` --who ${who.join(' | ')} | new` : ''
  return new CannotRun(kind, `${en[kind].title} ${en[kind].next}${said}`)
}
