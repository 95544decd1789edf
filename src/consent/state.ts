import { day, type Instant } from '../kernel/instant.ts'

export interface Signature {
  readonly id: string
  readonly signedAt: Instant
  /** Moved or altered since, as far as the database can see. */
  readonly broken?: boolean
}

export interface Withdrawal {
  /** 'all', or one thing that was allowed, such as 'touch:hand'. */
  readonly part: string
  readonly withdrawnAt: Instant
}

export type ConsentState =
  | { readonly state: 'unsigned' }
  | { readonly state: 'withdrawn'; readonly signature: Signature; readonly at: Instant }
  | { readonly state: 'expired'; readonly signature: Signature; readonly at: Instant }
  | {
      readonly state: 'stands'
      readonly signature: Signature
      readonly until: Instant
      /** Things taken back since, one by one. */
      readonly without: readonly string[]
      readonly takenBack: readonly Withdrawal[]
    }

/** Full consent is asked anew after 12 months (clinical.md 7.2). [PD] */
export const consentLasts = 365 * day

/**
 * Gate 4 of clinical.md 3.5: the newest signature counts, and a withdrawal at or after it ends it. `consent_state` says
 * the same in SQL, for the trigger that guards a release; a test holds the two together.
 */
export function consentState(
  signatures: readonly Signature[],
  withdrawals: readonly Withdrawal[],
  careNow: Instant,
): ConsentState {
  const signature = signatures
    .filter(({ signedAt }) => signedAt <= careNow)
    .toSorted((one, other) => other.signedAt - one.signedAt)[0]
  if (!signature) return { state: 'unsigned' }
  const since = withdrawals.filter(
    ({ withdrawnAt }) => withdrawnAt >= signature.signedAt && withdrawnAt <= careNow,
  )
  const ended = since.find(({ part }) => part === 'all')
  if (ended) return { state: 'withdrawn', signature, at: ended.withdrawnAt }
  const until = signature.signedAt + consentLasts
  if (until <= careNow) return { state: 'expired', signature, at: until }
  return { state: 'stands', signature, until, without: since.map(({ part }) => part), takenBack: since }
}

/** When this was taken back, by itself or with all of its kind; null while it stands. */
export function takenBackAt(takenBack: readonly Withdrawal[], part: string): Instant | null {
  const moments = takenBack
    .filter((one) => one.part === part || part.startsWith(`${one.part}:`))
    .map(({ withdrawnAt }) => withdrawnAt)
  return moments.length > 0 ? Math.min(...moments) : null
}
