import { can } from '../access/policy.ts'
import { canonical } from '../kernel/canonical.ts'
import { Problem } from '../kernel/problem.ts'
import { personById } from '../person/person.queries.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import {
  askToTalk,
  keepPlace,
  narrowTouch,
  openConsent,
  rehearseTouch,
  signConsent,
  withdrawConsent,
} from './consent.commands.ts'
import { currentConsent } from './consent.content.ts'
import * as contract from './consent.contract.ts'
import {
  rehearsalOf,
  signaturesOf,
  stopInCourse,
  withdrawalsOf,
  type FullSignature,
} from './consent.queries.ts'
import {
  choicesOf,
  isReadable,
  narrowed,
  nothingChosen,
  shownIn,
  touchKinds,
  type Choices,
} from './document.ts'
import { lastMedicineOf } from './medicine.queries.ts'
import { placeOf } from './place.queries.ts'
import { sealing } from './seal.content.ts'
import { consentState, takenBackAt, type ConsentState, type Withdrawal } from './state.ts'
import { talkThrough, tellBack } from './teach.commands.ts'
import * as teach from './teach.contract.ts'
import { taughtOf } from './teach.queries.ts'
import { openQuestions } from './teach.ts'
import * as touch from './touch.contract.ts'
import { faultOf } from './verify.ts'
import { consentWindow } from './window.ts'

export function consentRoutes(shell: Shell, vaultKey: Buffer): void {
  const sealOf = sealing(vaultKey)
  const isWhole: IsWhole = (signature) =>
    faultOf(signature, { hashOf: (text) => digest(text).toString('hex'), spell: canonical, sealOf }) === null
  serve(shell, contract.readConsent, (tx, { personId }, asked) =>
    consentOf(tx, personId, { ...asked, isWhole }),
  )
  serve(shell, contract.readSigned, (tx, asked) => signedOf(tx, { ...asked, isWhole }))
  serve(shell, contract.openConsent, openConsent)
  serve(shell, contract.signConsent, (tx, signing, asked) => signConsent(tx, signing, { ...asked, sealOf }))
  serve(shell, contract.keepPlace, keepPlace)
  serve(shell, contract.withdrawConsent, withdrawConsent)
  serve(shell, contract.askToTalk, askToTalk)
  serve(shell, teach.tellBack, tellBack)
  serve(shell, teach.talkThrough, talkThrough)
  serve(shell, touch.rehearseTouch, rehearseTouch)
  serve(shell, touch.narrowTouch, narrowTouch)
  serve(shell, touch.readTouch, (tx, _, asked) => touchIn(tx, { ...asked, isWhole }))
}

type IsWhole = (signature: FullSignature) => boolean
type Looking = Asked & { readonly isWhole: IsWhole }

async function consentOf(tx: PracticeTx, personId: string, { careNow, relation, isWhole }: Looking) {
  const person = await personById(tx, personId)
  if (!person) throw new Problem('not-found')
  const signatures = await signaturesOf(tx, personId)
  const state = consentState(signatures, await withdrawalsOf(tx, personId), careNow)
  const standing = standingOf(state, signatures, isWhole)
  const taught = await taughtOf(tx, { personId, document: currentConsent.en }, careNow)
  const window = consentWindow(await lastMedicineOf(tx, personId), careNow)
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    careNow,
    ...standing,
    stop: (await stopInCourse(tx, personId))?.stop ?? null,
    rehearsed: standing.signatureId === null ? null : await rehearsalOf(tx, standing.signatureId),
    place: await placeOf(tx, {
      personId,
      documentVersion: currentConsent.en.version,
      since: signatures[0]?.signedAt ?? null,
    }),
    teachBack: taught,
    untaught: openQuestions(taught),
    window: { open: window.open, until: window.open ? null : window.until },
    documents: currentConsent,
    personName: `${person.givenName} ${person.familyName}`,
    can: {
      sign: may('consent.sign'),
      withdraw: may('consent.withdraw'),
      rehearse: may('consent.rehearse'),
      teach: may('consent.teach'),
      talk: may('consent.talk'),
      papers: may('paper.read'),
    },
  }
}

/** A signature that stands by its dates and is not whole stands for nothing. */
function standingOf(state: ConsentState, signatures: readonly FullSignature[], isWhole: IsWhole) {
  const none = { at: null, until: null, signatureId: null, choices: null, without: [] }
  const signature = 'signature' in state ? signatures.find(({ id }) => id === state.signature.id) : undefined
  if (!signature) return { ...none, state: state.state }
  const signed = { ...none, signatureId: signature.id, at: signature.signedAt }
  if (state.state !== 'stands')
    return { ...signed, state: state.state, at: 'at' in state ? state.at : signature.signedAt }
  if (!isWhole(signature)) return { ...signed, state: 'broken' as const }
  const { until, without } = state
  return { ...signed, state: state.state, until, without, choices: narrowed(signature.chosen, without) }
}

async function signedOf(
  tx: PracticeTx,
  { personId, signatureId, isWhole }: { personId: string; signatureId: string; isWhole: IsWhole },
) {
  const signature = (await signaturesOf(tx, personId)).find(({ id }) => id === signatureId)
  if (!signature) throw new Problem('not-found')
  const shown = shownIn(signature.shown)
  const { printedName, meaning, signedAt, documentHash, factor } = signature
  return {
    document: isReadable(shown?.document) ? (shown?.document ?? null) : null,
    choices: choicesOf(shown?.choices),
    printedName,
    meaning,
    signedAt,
    documentHash,
    factor,
    whole: isWhole(signature),
  }
}

/** What the people in the room go by: what was chosen, what of it was taken back and when, and nothing else. */
async function touchIn(tx: PracticeTx, { personId, careNow, relation, isWhole }: Looking) {
  if (personId === null) throw new Problem('not-found')
  const signatures = await signaturesOf(tx, personId)
  const state = consentState(signatures, await withdrawalsOf(tx, personId), careNow)
  const standing = standingOf(state, signatures, isWhole)
  const signed = signatures.find(({ id }) => id === standing.signatureId)
  const stands = standing.state === 'stands' && state.state === 'stands' && signed
  return {
    state: standing.state,
    ...touchOf(stands ? signed.chosen : nothingChosen, stands ? state.takenBack : []),
    rehearsed: stands ? await rehearsalOf(tx, signed.id) : null,
    can: { narrow: can(tx.actor.roles, 'consent.narrow', relation) },
  }
}

function touchOf(chosen: Choices, takenBack: readonly Withdrawal[]) {
  const now = narrowed(
    chosen,
    takenBack.map(({ part }) => part),
  )
  const one = (kind: (typeof touchKinds)[number]) => ({
    ...now.touch[kind],
    takenBackAt: takenBackAt(takenBack, `touch:${kind}`),
  })
  return {
    touch: { hand: one('hand'), shoulder: one('shoulder'), blanket: one('blanket') },
    recording: { answer: now.recording, takenBackAt: takenBackAt(takenBack, 'recording') },
  }
}
