import { consentState } from '../consent/state.ts'
import { hour, type Instant } from '../kernel/instant.ts'
import { suicideGate as suicideVerdict } from '../safety/suicide.ts'
import type { GateFacts } from './gateFacts.ts'
import { met, stop, waiting, type Found } from './gate.ts'

/**
 * Signed, whole, not taken back, and not signed at the door: one signature that nothing has undone since must be old enough. A
 * newer one, to affirm it, takes nothing away. `consent_gate` says the same in SQL.
 */
export function consentGate(facts: GateFacts, at: Instant): Found {
  const { signatures, withdrawals, protocol, consentWaitHours } = facts
  const state = consentState(signatures, withdrawals, at)
  switch (state.state) {
    case 'unsigned':
      return onPaperAlone(facts)
    case 'withdrawn':
      return stop({ code: 'consent-withdrawn', at: state.at }, 'client')
    case 'expired':
      return waiting({ code: 'consent-expired', at: state.at }, 'client')
    case 'stands':
      if (state.signature.broken)
        return stop({ code: 'consent-broken', at: state.signature.signedAt }, 'client')
      return oldEnough(
        { signatures, withdrawals },
        consentWaitHours ?? protocol.gates.consentAgeHours.value,
        at,
      )
  }
}

/** What is on paper opens nothing (decision 430); whoever took it back is heard. */
function onPaperAlone({ paper }: GateFacts): Found {
  if (paper?.standsSince != null)
    return waiting({ code: 'consent-paper-only', at: paper.standsSince }, 'client')
  if (paper?.withdrawnAt != null) return stop({ code: 'consent-withdrawn', at: paper.withdrawnAt }, 'client')
  return waiting({ code: 'consent-unsigned' }, 'client')
}

function oldEnough(
  { signatures, withdrawals }: Pick<GateFacts, 'signatures' | 'withdrawals'>,
  hours: number,
  at: Instant,
): Found {
  const unbroken = signatures.filter(
    ({ signedAt, broken }) =>
      !broken &&
      signedAt <= at &&
      !withdrawals.some(({ part, withdrawnAt }) => part === 'all' && withdrawnAt >= signedAt),
  )
  const first = Math.min(...unbroken.map(({ signedAt }) => signedAt))
  const from = first + hours * hour
  return from <= at
    ? met({ code: 'consent-stands', at: first }, 'client')
    : waiting({ code: 'consent-too-young', at: first, until: from }, 'time')
}

const stopCodes = { said: 'suicide-intent', 'right-now': 'suicide-right-now', high: 'suicide-high' } as const
const clinicians = ['therapist', 'prescriber'] as const

/** Asked today (clinical.md 3.5 #5); what care for safety says of it, in the words of a gate. */
export function suicideGate({ suicide, timeZone }: GateFacts, at: Instant): Found {
  const said = suicideVerdict(suicide, at, timeZone)
  switch (said.verdict) {
    case 'met':
      return met(
        {
          code: said.because === 'decided' ? 'suicide-decided' : 'suicide-no-thoughts',
          at: said.check.askedAt,
        },
        'therapist',
        'prescriber',
      )
    case 'not-asked':
      return waiting({ code: 'suicide-not-asked' }, 'therapist', 'prescriber')
    case 'stop':
      return stop(
        { code: stopCodes[said.because], at: said.at },
        ...(said.because === 'said' ? (['nobody'] as const) : clinicians),
      )
    case 'needs-formulation':
      return stop({ code: 'suicide-needs-formulation', at: said.at }, ...clinicians)
    case 'needs-decision':
      return stop(
        { code: 'suicide-needs-decision', at: said.check.askedAt, items: said.missing },
        'prescriber',
        'therapist',
      )
  }
}
