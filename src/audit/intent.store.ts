import { createHash } from 'node:crypto'
import type { Actor } from '../kernel/actor.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'

export interface Intent {
  readonly key: string
  readonly contentHash: Buffer
}

/** Parsed input keeps the order of its contract, so equal requests hash equally. Who asks is part of the content. */
export function intentOf(actor: Actor, key: string, asked: { action: string; input: unknown }): Intent {
  const content = JSON.stringify([actor.accountId, actor.seatId, asked.action, asked.input])
  return { key, contentHash: createHash('sha256').update(content).digest() }
}

/** The first answer to this intent, if it had one. Two senders of one key wait for each other here. */
export async function firstAnswer(tx: WriteTx, intent: Intent): Promise<{ answer: unknown } | undefined> {
  const first = await tx
    .selectFrom((of) =>
      of
        .fn<{ content_hash: Buffer | null; answer: unknown }>('first_answer', [of.val(intent.key)])
        .as('first'),
    )
    .selectAll()
    .executeTakeFirst()
  if (!first) return undefined
  if (!first.content_hash || !intent.contentHash.equals(first.content_hash))
    throw new Problem('intent-reused')
  return { answer: first.answer }
}
