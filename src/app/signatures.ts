import { clearancesHere } from '../clearance/signed.queries.ts'
import { signaturesHere } from '../consent/consent.queries.ts'
import { sealing } from '../consent/seal.content.ts'
import { faultOf } from '../consent/verify.ts'
import { canonical } from '../kernel/canonical.ts'
import { ordersHere } from '../medication/order.queries.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { Db } from '../platform/db/db.ts'
import { inPractice, nobody, serviceIn } from '../platform/db/door.ts'
import { sealWith } from '../platform/db/marks.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { everyPractice } from '../practice/practice.queries.ts'

/** A signature, by what it is and its row: never whose it is by name. */
export interface BrokenSignature {
  readonly kind: 'order' | 'second-signature' | 'clearance' | 'override' | 'consent'
  readonly id: string
  readonly personId: string
}

export interface SignaturesVerdict {
  readonly checked: number
  readonly broken: readonly BrokenSignature[]
}

interface Seen extends BrokenSignature {
  readonly isBroken: boolean
}

/** Every signature of every practice, looked at with the key: which is not over what its row says, or not by, for or when it says. */
export async function verifySignatures(db: Db, vaultKey: Buffer): Promise<SignaturesVerdict> {
  sealWith(db, vaultKey)
  const practices = await inPractice(db, { ...nobody, roles: ['service'] }, everyPractice)
  const seen: Seen[] = []
  for (const practiceId of practices)
    seen.push(...(await inPractice(db, serviceIn(practiceId, 'command line'), (tx) => allIn(tx, vaultKey))))
  const broken = seen.filter(({ isBroken }) => isBroken)
  return { checked: seen.length, broken: broken.map(({ kind, id, personId }) => ({ kind, id, personId })) }
}

async function allIn(tx: PracticeTx, vaultKey: Buffer): Promise<Seen[]> {
  const orders = await ordersHere(tx)
  const clinical = await clearancesHere(tx)
  const means = { hashOf, spell: canonical, sealOf: sealing(vaultKey) }
  const consents = (await signaturesHere(tx)).map((one) => ({
    kind: 'consent' as const,
    id: one.id,
    personId: one.personId,
    isBroken: faultOf(one, means) !== null,
  }))
  return [
    ...orders.flatMap(({ personId, order: { id, broken, second } }) => [
      { kind: 'order' as const, id, personId, isBroken: broken },
      ...(second
        ? [
            {
              kind: 'second-signature' as const,
              id: second.id ?? id,
              personId,
              isBroken: second.broken === true,
            },
          ]
        : []),
    ]),
    ...clinical,
    ...consents,
  ]
}

const hashOf = (text: string): string => digest(text).toString('hex')
