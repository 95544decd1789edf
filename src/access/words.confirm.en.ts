export const en = {
  confirm: {
    title: 'Sign',
    youSign: 'You sign',
    again: 'Try again',
    as: 'As',
    meaning: 'What it means',
    password: 'Your password',
    code: 'Code from your authenticator app',
    codeHint: 'Six digits. Each code works once.',
    sign: 'Confirm and sign',
    working: 'Checking it is you',
    passkey: 'Use a passkey',
    instead: 'Or with your password',
    passkeyFailed: {
      happened: 'The passkey did not answer.',
      next: 'Try again, or use your password.',
    },
    notNow: 'Not now',
    empty: { password: 'Type your password.', code: 'Type the six digits.' },
  },
}
