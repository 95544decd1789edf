import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Instant } from '../../kernel/instant.ts'

const period = 30
const digits = 6

/** RFC 6238 with what every authenticator knows: SHA-1, six digits, thirty seconds. */
const totpOf = (secret: Buffer, label?: { issuer: string; label: string }) =>
  new TOTP({
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    algorithm: 'SHA1',
    digits,
    period,
    ...label,
  })

export const newTotpSecret = (): Buffer => randomBytes(20)

export const stepAt = (moment: Instant): number => Math.floor(moment / 1000 / period)

/** A code is taken from the step before its own on, until the step after it has ended. */
export const stepBegins = (step: number): Instant => step * period * 1000

/** The step whose code this is, looking one step back and one ahead for slow hands and wrong clocks. */
export function stepOfCode(secret: Buffer, code: string, now: Instant): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? undefined : stepAt(now) + delta
}

export const codeOfStep = (secret: Buffer, step: number): string =>
  totpOf(secret).generate({ timestamp: step * period * 1000 })

export const totpText = (secret: Buffer): string =>
  new Secret({ buffer: new Uint8Array(secret).buffer }).base32

/** What the picture holds that an authenticator reads. The issuer is the practice's neutral name or ours. */
export const totpAddress = (secret: Buffer, issuer: string, label: string): string =>
  totpOf(secret, { issuer, label }).toString()
