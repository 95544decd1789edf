/** Read in an inbox, perhaps by others: nothing here says what this is about. */
export const en = {
  hello: 'Hello,',
  bye: 'If you did not expect this mail, you can leave it. Please do not answer it: nobody reads this mailbox.',
  callUs: 'If this was not you, call your practice now, on the number you already have.',
  invitation: {
    subject: 'Your invitation',
    text: 'you have been invited to sign in. Open this link within 7 days; it works once:',
  },
  newPassword: {
    subject: 'A new password',
    text: 'someone, probably you, asked for a new password. Open this link within one hour; it works once:',
  },
  newFactors: {
    subject: 'Your sign-in is being renewed',
    text: 'your practice has allowed you to set up your sign-in anew. Open this link within 24 hours; it works once:',
  },
  recoveryAsked: {
    subject: 'Your sign-in',
    text: 'your practice was asked to let you set up your sign-in anew. Nothing has changed yet.',
  },
  changed: { subject: 'Your sign-in was changed', text: 'how you sign in was changed just now.' },
  recoveryCodeUsed: {
    subject: 'A recovery code was used',
    text: 'one of your recovery codes was used to sign in just now. It will not work again.',
  },
}
