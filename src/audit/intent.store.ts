import { hash } from 'node:crypto'
import type { Actor } from '../kernel/actor.ts'
import type { Earlier } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'

export interface Intent {
  readonly key: string
  /** SHA-256, in hex. */
  readonly contentHash: string
}

/** Parsed input keeps the order of its contract, so equal requests hash equally. Who asks is part of the content. */
export function intentOf(actor: Actor, key: string, asked: { action: string; input: unknown }): Intent {
  const content = JSON.stringify([actor.accountId, actor.seatId, asked.action, asked.input])
  return { key, contentHash: hash('sha256', content) }
}

/** The first answer to this intent, if it had one. Two senders of one key wait for each other here, or at the door. */
export async function firstAnswer(
  tx: WriteTx,
  intent: Intent,
  earlier: Earlier | undefined,
): Promise<{ answer: unknown } | undefined> {
  const first = earlier?.key === intent.key ? earlier.given : await lookedUp(tx, intent)
  if (!first) return undefined
  if (intent.contentHash !== first.contentHash) throw new Problem('intent-reused')
  return { answer: first.answer }
}

async function lookedUp(tx: WriteTx, { key }: Intent): Promise<Earlier['given']> {
  const first = await tx
    .selectFrom((of) =>
      of.fn<{ content_hash: Buffer; answer: unknown }>('first_answer', [of.val(key)]).as('first'),
    )
    .selectAll()
    .executeTakeFirst()
  return first ? { contentHash: first.content_hash.toString('hex'), answer: first.answer } : null
}
