import { shortest } from './password.ts'

const faults = {
  missing: 'Choose a password.',
  'too-short': (least: number) => `Use at least ${least} characters.`,
  'too-long': 'Use no more than 256 characters.',
  'too-common':
    'This is one of the first that a guesser tries. Use four or more words that have nothing to do with each other.',
}

export const en = {
  choose: 'How would you like to sign in?',
  password: {
    way: 'With a password',
    wayStaff: 'With a password and an app',
    label: 'A new password',
    hint: (staff: boolean) =>
      `At least ${staff ? shortest.staff : shortest.client} characters. Four or more words that have nothing to do with each other are easy to keep and hard to guess.`,
    show: 'Show what I type',
  },
  passkey: {
    way: 'With a passkey',
    lead: 'Your face, your finger or the PIN of this device lets you in. Nothing to remember, and nobody can trick you out of it.',
    make: 'Make a passkey',
    making: 'Look at your device',
    made: 'Your passkey is ready.',
    name: 'A name for it',
    nameHint: 'So that you know it again, such as “My phone”.',
    this: 'This device',
    failed: {
      happened: 'No passkey was made.',
      next: 'Try again, or choose the other way.',
    },
    missing: 'Make your passkey first.',
  },
  app: {
    title: 'Your second step',
    lead: 'An authenticator app on your phone shows a new code every half minute. Any such app will do.',
    scan: 'Scan this with the app',
    picture: 'A square picture for the camera of your phone',
    type: 'Or type this into the app',
    code: 'The code the app shows now',
    codeHint: 'Six digits.',
    wrong:
      'This code did not match. Wait for the next one. If it goes on, remove the entry in your app and scan again.',
    missing: 'Type the six digits your app shows.',
  },
  faults,
  codes: {
    title: 'Ten codes for a bad day',
    lead: 'If you lose your phone or your passkey, one of these lets you in. Each works once. We cannot show them again.',
    print: 'Print',
    copy: 'Copy',
    copied: 'Copied.',
    kept: 'I have put them in a safe place, apart from this device.',
    keptFirst: 'Put them away first; then tick this.',
    go: 'Go on',
  },
}
