import { hour, minute } from '../kernel/instant.ts'

/** How long a question put to a passkey may wait for its answer. */
export const questionLasts = 10 * minute

/** How long a new authenticator's picture may be looked at: people fetch their phone, and choose an app. */
export const pictureLasts = hour

/** What a passkey is asked for. It is sealed into the question, so an answer to one is no answer to another. */
export const aboutSignIn = 'sign-in'
export const aboutAccount = (accountId: string): string => `enrol ${accountId}`
export const aboutInvitation = (invitationId: string): string => `invitation ${invitationId}`
export const aboutDocument = (who: {
  loginId: string
  seatId: string | null
  documentHash: string
}): string => `confirm ${who.loginId} ${who.seatId ?? 'nowhere'} ${who.documentHash}`
