import { randomBytes } from 'node:crypto'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import {
  challengeIn,
  counterSigned,
  passkeyAlgorithms,
  passkeyHome,
  passkeyMade,
  type KeptPasskey,
} from '../platform/crypto/passkey.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { Vault } from '../platform/crypto/vault.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { passkeyByCredential } from './credential.queries.ts'
import { addPasskey, notePasskeyUse, spendQuestion } from './passkey.store.ts'
import { questionLasts } from './question.ts'

/** What access needs besides the database: the vault, and the address the product is reached at. */
export interface Means {
  readonly vault: Vault
  readonly origin: string
}

const place = (about: string) => `passkey ${about}`

/** A question nobody can forge or move: it carries, sealed, until when it may be answered and what it is about. */
function challengeAbout({ vault }: Means, about: string, now: Instant): string {
  const until = Buffer.alloc(8)
  until.writeDoubleBE(now + questionLasts)
  return vault.seal(until, place(about)).toString('base64url')
}

function isOpen({ vault }: Means, asked: { challenge: string; about: string; now: Instant }): boolean {
  try {
    const until = vault.open(Buffer.from(asked.challenge, 'base64url'), place(asked.about))
    return until.readDoubleBE() > asked.now
  } catch {
    return false
  }
}

interface Asking {
  readonly about: string
  readonly now: Instant
  /** Whose passkeys may answer; any that this browser knows when left out. */
  readonly credentialIds?: readonly string[]
}

export const questionAbout = (means: Means, { about, now, credentialIds = [] }: Asking) => ({
  challenge: challengeAbout(means, about, now),
  timeout: questionLasts,
  rpId: passkeyHome(means.origin).rpId,
  userVerification: 'required' as const,
  allowCredentials: listed(credentialIds),
})

const listed = (ids: readonly string[]) => ids.map((id) => ({ id, type: 'public-key' as const }))

export const offerAbout = (
  means: Means,
  { about, now, credentialIds = [], email }: Asking & { readonly email: string },
) => ({
  rp: { id: passkeyHome(means.origin).rpId, name: 'Throughline' },
  user: { id: digest(`passkey of ${email}`).toString('base64url'), name: email, displayName: email },
  challenge: challengeAbout(means, about, now),
  timeout: questionLasts,
  pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: 'public-key' as const, alg })),
  excludeCredentials: listed(credentialIds),
  authenticatorSelection: { residentKey: 'required' as const, userVerification: 'required' as const },
  attestation: 'none' as const,
})

export interface Answer {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly clientExtensionResults: object
  readonly response: {
    readonly clientDataJSON: string
    readonly authenticatorData: string
    readonly signature: string
  }
}

/** Whose passkey answered this question, the first time it is answered. */
export async function provesPasskey(
  tx: WriteTx,
  { answer, means, about }: { answer: Answer; means: Means; about: string },
  now: Instant,
): Promise<{ accountId: string } | undefined> {
  const challenge = challengeIn(answer.response.clientDataJSON)
  if (challenge === undefined || !isOpen(means, { challenge, about, now })) return undefined
  const kept = await passkeyByCredential(tx, answer.id)
  if (!kept) return undefined
  const counter = await counterSigned(answer, kept, { ...passkeyHome(means.origin), challenge })
  if (counter === undefined) return undefined
  if (!(await spendQuestion(tx, { challenge, accountId: kept.accountId, at: now }))) return undefined
  await notePasskeyUse(tx, { id: kept.id, counter, at: now })
  return { accountId: kept.accountId }
}

export interface Made {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly clientExtensionResults: object
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string }
}

/** The passkey that was made for this offer, or nothing. */
export async function madePasskey(
  { made, means, about }: { made: Made; means: Means; about: string },
  now: Instant,
): Promise<KeptPasskey | undefined> {
  const challenge = challengeIn(made.response.clientDataJSON)
  if (challenge === undefined || !isOpen(means, { challenge, about, now })) return undefined
  return passkeyMade(made, { ...passkeyHome(means.origin), challenge })
}

/** False when it is already somebody's. */
export const keepPasskey = (
  tx: WriteTx,
  passkey: KeptPasskey & { readonly accountId: string; readonly name: string },
  since: Instant,
): Promise<boolean> => addPasskey(tx, { ...passkey, id: idFrom(since, randomBytes(16)), since })
