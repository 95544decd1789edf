import { can } from '../access/policy.ts'
import { canonical } from '../kernel/canonical.ts'
import { Problem } from '../kernel/problem.ts'
import { personById } from '../person/person.queries.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import { askToTalk, openConsent, signConsent, withdrawConsent } from './consent.commands.ts'
import { currentConsent } from './consent.content.ts'
import * as contract from './consent.contract.ts'
import { signaturesOf, withdrawalsOf, type FullSignature } from './consent.queries.ts'
import { narrowed, type Shown } from './document.ts'
import { lastMedicineOf } from './medicine.queries.ts'
import { consentState, type ConsentState } from './state.ts'
import { faultOf } from './verify.ts'
import { consentWindow } from './window.ts'

export function consentRoutes(shell: Shell): void {
  serve(shell, contract.readConsent, (tx, { personId }, asked) => consentOf(tx, personId, asked))
  serve(shell, contract.readSigned, (tx, asked) => signedOf(tx, asked))
  serve(shell, contract.openConsent, openConsent)
  serve(shell, contract.signConsent, signConsent)
  serve(shell, contract.withdrawConsent, withdrawConsent)
  serve(shell, contract.askToTalk, askToTalk)
}

const isWhole = (signature: FullSignature): boolean =>
  faultOf(signature, (text) => digest(text).toString('hex'), canonical) === null

async function consentOf(tx: PracticeTx, personId: string, { careNow, relation }: Asked) {
  const person = await personById(tx, personId)
  if (!person) throw new Problem('not-found')
  const signatures = await signaturesOf(tx, personId)
  const state = consentState(signatures, await withdrawalsOf(tx, personId), careNow)
  const window = consentWindow(await lastMedicineOf(tx, personId), careNow)
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    careNow,
    ...standingOf(state, signatures),
    window: { open: window.open, until: window.open ? null : window.until },
    documents: currentConsent,
    personName: `${person.givenName} ${person.familyName}`,
    can: { sign: may('consent.sign'), withdraw: may('consent.withdraw') },
  }
}

/** A signature that stands by its dates and is not whole stands for nothing. */
function standingOf(state: ConsentState, signatures: readonly FullSignature[]) {
  const none = { at: null, until: null, signatureId: null, choices: null, without: [] }
  const signature = 'signature' in state ? signatures.find(({ id }) => id === state.signature.id) : undefined
  if (!signature) return { ...none, state: state.state }
  const signed = { ...none, signatureId: signature.id, at: signature.signedAt }
  if (state.state !== 'stands')
    return { ...signed, state: state.state, at: 'at' in state ? state.at : signature.signedAt }
  if (!isWhole(signature)) return { ...signed, state: 'broken' as const }
  const { until, without } = state
  return { ...signed, state: state.state, until, without, choices: narrowed(signature.choices, without) }
}

async function signedOf(
  tx: PracticeTx,
  { personId, signatureId }: { personId: string; signatureId: string },
) {
  const signature = (await signaturesOf(tx, personId)).find(({ id }) => id === signatureId)
  if (!signature) throw new Problem('not-found')
  const { document } = JSON.parse(signature.shown) as Shown
  const { choices, printedName, meaning, signedAt, documentHash } = signature
  return { document, choices, printedName, meaning, signedAt, documentHash, whole: isWhole(signature) }
}
