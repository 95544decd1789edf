export const en = {
  title: 'An administrator’s sign-in was renewed from outside the practice',
  alone: 'No other administrator could have let them in.',
  although: (reason: string) => `Another administrator could have let them in. The reason given: “${reason}”`,
  next: 'It was done on the computer that the practice runs on. If you know nothing of it, ask them today, in person or on a number you already have.',
  seen: 'I have seen this',
  seenWhom: (name: string) => `I have seen this: ${name}`,
}
