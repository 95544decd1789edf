/** What a person is told about their own sign-in, outside of it. */
export type Notice = 'recoveryAsked' | 'changed' | 'recoveryCodeUsed'
export type LinkMail = 'invitation' | 'newPassword' | 'newFactors'
