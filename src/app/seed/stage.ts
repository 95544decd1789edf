import { randomUUID } from 'node:crypto'
import type { Instant } from '../../kernel/instant.ts'
import type { Vault } from '../../platform/crypto/vault.ts'
import type { Db } from '../../platform/db/db.ts'
import { inPractice, nobody, serviceIn } from '../../platform/db/door.ts'
import { foundDemo, giveAccount, setDay, takeOnMember } from './found.commands.ts'
import { handOf, type Hand, type Rehearsal } from './hand.ts'
import { members, password, type InventedClient, type MemberKey } from './people.ts'

export interface Stage extends Rehearsal {
  readonly practiceId: string
  readonly hands: Readonly<Record<MemberKey, Hand>>
  /** Sets the clock of care so many days from today; what was before stays in the trail. */
  setDay(daysFromToday: number): Promise<void>
  /** The moment that care goes by. */
  careNow(): Promise<Instant>
  /** An account for a client who has been referred; answers their hand. */
  welcome(personId: string, client: InventedClient): Promise<Hand>
}

export interface StageParts extends Rehearsal {
  readonly db: Db
  readonly vault: Vault
}

/** The practice and the people who work in it, each able to sign in. */
export async function openStage(parts: StageParts): Promise<Stage> {
  const { db } = parts
  const practiceId = randomUUID()
  const service = serviceIn(practiceId, 'seed')
  await inPractice(db, { ...nobody, roles: ['service'], name: 'seed' }, (tx) => foundDemo(tx, practiceId))
  const hands = await membersAtWork(parts, practiceId)
  return {
    ...parts,
    practiceId,
    hands,
    setDay: (days) => inPractice(db, service, (tx) => setDay(tx, days)),
    careNow: async () => (await hands.coordinator.ask<{ careNow: number }>('/api/here')).careNow,
    welcome: (personId, { givenName, familyName, email, language }) =>
      admit(parts, practiceId, {
        seatId: personId,
        name: `${givenName} ${familyName}`,
        email,
        roles: ['client'],
        language,
        kind: 'client',
      }),
  }
}

async function membersAtWork(parts: StageParts, practiceId: string): Promise<Record<MemberKey, Hand>> {
  const hands: Partial<Record<MemberKey, Hand>> = {}
  for (const member of members) {
    const seatId = randomUUID()
    await inPractice(parts.db, serviceIn(practiceId, 'seed'), (tx) => takeOnMember(tx, seatId, member))
    hands[member.key] = await admit(parts, practiceId, { ...member, seatId, language: 'en', kind: 'member' })
  }
  return hands as Record<MemberKey, Hand>
}

interface Admitted {
  readonly seatId: string
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly language: 'en' | 'es'
  readonly kind: 'member' | 'client'
}

/** Gives an invented person their account, and signs them in. */
async function admit(parts: StageParts, practiceId: string, admitted: Admitted): Promise<Hand> {
  const member = admitted.kind === 'member'
  const person = { accountId: randomUUID(), seatId: admitted.seatId, email: admitted.email, password, member }
  await inPractice(parts.db, serviceIn(practiceId, 'seed'), (tx) =>
    giveAccount(
      tx,
      { ...person, ...admitted, authenticator: member },
      { machineNow: parts.clock.now, vault: parts.vault },
    ),
  )
  return handOf(parts, person)
}
