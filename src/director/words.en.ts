/** Of the medical director: who it is, and what they sign. */
export const en = {
  title: 'The medical director',
  words:
    'One of those who prescribe here. Of the two who sign a decision about the rules, one is the director; a protocol of your own is signed by the director alone; a dose given without a live release is told to them. What was signed before stays signed.',
  label: 'Medical director',
  nobody: 'Nobody is named',
  none: 'Nobody here prescribes yet.',
  save: 'Save',
  line: {
    rules:
      'Medical director: {name}, named by {by} on {day}. Of the two who sign a decision here, one is the director.',
    protocols:
      'Medical director: {name}, named by {by} on {day}. Protocols of your own are signed by the director.',
  },
  nobodyYet: {
    rules:
      'No medical director is named here, so any two who prescribe sign. An administrator can name one under “The practice”.',
    protocols:
      'No medical director is named here, so anyone who prescribes signs. An administrator can name one under “The practice”.',
  },
}
