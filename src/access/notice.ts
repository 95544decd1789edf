/** What a person is told about their own sign-in, outside of it. */
export type Notice =
  | 'recoveryAsked'
  | 'changed'
  | 'recoveryCodeUsed'
  | 'renewedByOwner'
  | 'otherRenewedByOwner'
/** What everyone who works in a practice is told about it. */
export type Warning = 'partTaken'
/** What someone is told outside of it: that something waits or has changed, never what or about whom. */
export type Calling = 'somethingWaits' | 'neededNow' | 'whenYouCan' | 'pageChanged'

export const mailNoticeTask = 'mail-notice'

export interface NoticeJob {
  readonly accountId: string
  /** Whose calling it is: told there if it does not leave. */
  readonly practiceId: string
  readonly notice: Calling
}
export type LinkMail = 'invitation' | 'guestInvitation' | 'newPassword' | 'newFactors'
