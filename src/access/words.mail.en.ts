/** Read in an inbox, perhaps by others: nothing here says what this is about. */
export const en = {
  hello: 'Hello,',
  bye: 'If you did not expect this mail, you can leave it. Please do not answer it: nobody reads this mailbox.',
  callUs: 'If this was not you, call your practice now, on the number you already have.',
  invitation: {
    subject: 'Your invitation',
    text: 'you have been invited to sign in. Open this link within 7 days; it works once:',
  },
  guestInvitation: {
    subject: 'Your invitation',
    text: 'someone you work with has invited you to sign in. They can tell you what it is. Open this link within 7 days; it works once:',
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
  renewedByOwner: {
    subject: 'Your sign-in is being renewed',
    text: 'whoever runs your practice’s computer has made a link with which your sign-in can be set up anew, and has ended your other sign-ins. The link was handed to them, not mailed.',
  },
  otherRenewedByOwner: {
    subject: 'Another administrator’s sign-in',
    text: 'whoever runs your practice’s computer has let another administrator set up their sign-in anew. Sign in to see whose, when and why.',
  },
  partTaken: {
    subject: 'A change in your practice',
    text: 'someone who administers your practice has just given themself a further part in it. Sign in to see who works there and as what. If it should not be so, say so to them and to whoever owns the practice.',
  },
  recoveryCodeUsed: {
    subject: 'A recovery code was used',
    text: 'one of your recovery codes was used to sign in just now. It will not work again.',
  },
  somethingWaits: {
    subject: 'Something is waiting for you',
    text: 'something is waiting for you. Please sign in and look at it today.',
  },
  whenYouCan: {
    subject: 'Something for you, when you can',
    text: 'there is something on your page, when you have a moment. This is the only reminder.',
  },
  pageChanged: {
    subject: 'Something on your page has changed',
    text: 'something on your page has changed. Please sign in and read it before you next set out.',
  },
  neededNow: {
    subject: 'Please look now',
    text: 'something needs you now. Please sign in and look at it. Others are called if no one has.',
  },
}
