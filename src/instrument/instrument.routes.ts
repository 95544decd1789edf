import { can } from '../access/policy.ts'
import type { Role } from '../kernel/actor.ts'
import type { Anchor } from '../measure/schedule.ts'
import { askableHere, dueInstruments, openingAnswer } from '../measure/schedule.queries.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { ownersTold, readingHere } from '../safety/safety.queries.ts'
import { keepDraft, sendAnswers } from './instrument.commands.ts'
import * as contract from './instrument.contract.ts'
import { openDrafts, responsesOf } from './instrument.queries.ts'
import type { Instrument } from './instrument.ts'
import { ownReasons } from './response.ts'
import { mayOpenScreen, suicideScreen } from './screen.ts'

export function instrumentRoutes(shell: Shell): void {
  serve(shell, contract.readAsking, (tx, { personId }, asked) => asking(tx, personId, asked))
  serve(shell, contract.keepDraft, keepDraft)
  serve(shell, contract.sendAnswers, sendAnswers)
}

async function asking(tx: PracticeTx, personId: string, { careNow }: Asked) {
  const { due, together } = await dueInstruments(tx, personId, careNow)
  const screen = (await askableHere(tx, [suicideScreen])).get(suicideScreen)
  const opening = await openingAnswer(tx, personId, careNow)
  const drafts = await openDrafts(tx, personId)
  const team = await careTeamOf(tx, personId)
  const last = (await responsesOf(tx, personId)).at(-1)
  const owners = await ownersTold(tx, personId)
  const toldOf = (id: string | undefined) => (id === undefined ? null : (owners.get(id) ?? null))
  const draftOf = ({ id, version }: Instrument) =>
    drafts.find(({ instrumentId, instrumentVersion }) => instrumentId === id && instrumentVersion === version)
  return {
    due: due.map(({ instrument, intended, since }) => {
      const found = draftOf(instrument)
      const draft = found ? { ...found, withheld: ownReasons(found.withheld) } : null
      const occasion = intended ? occasions[intended.on] : ('same-sitting' as const)
      return { instrument, occasion, since, draft, told: toldOf(draft?.id) }
    }),
    together,
    screen: due.some(({ instrument }) => mayOpenScreen(instrument)) ? (screen ?? null) : null,
    readers: readersIn(team),
    ...(await readingHere(tx, careNow)),
    last: last
      ? { id: last.id, answeredAt: last.answeredAt, told: toldOf(last.id) ?? toldOf(opening?.id) }
      : null,
  }
}

const occasions = {
  enrolment: 'beginning',
  journey: 'before',
  dose: 'after',
  completion: 'end',
} as const satisfies Record<Anchor, string>

/** Those of the team who may read it; the client is told their names. */
const readersIn = (team: readonly { name: string; roles: readonly string[] }[]) =>
  team
    .filter(({ roles }) => can(roles as Role[], 'measure.read', 'assigned'))
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map(({ name, roles }) => ({ name, roles: [...roles] }))

/** The therapist first: they go through it with the client. */
const rankOf = ({ roles }: { roles: readonly string[] }): number =>
  roles.includes('therapist') ? 0 : roles.includes('prescriber') ? 1 : 2
