export const en = {
  confirm: {
    title: 'Sign',
    youSign: 'You sign',
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
  refusal: {
    offline: {
      happened: 'We cannot reach the server.',
      next: 'What you typed is still here. Try again when the network is back.',
    },
    wait: (seconds: number) =>
      seconds > 90
        ? `Wait ${Math.ceil(seconds / 60)} minutes, then try again. What you typed is still here.`
        : `Wait ${seconds} seconds, then try again. What you typed is still here.`,
  },
}
