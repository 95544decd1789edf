export const en = {
  told: 'What you have told',
  allergy: 'Allergy',
  takeBack: {
    stopped: 'I don’t take it any more',
    mistaken: 'I wrote this wrong',
  },
  takeBackOf: '{way}: {what}',
  back: {
    stopped: 'You said that you don’t take it any more. If you do take it, add it again below.',
    mistaken: 'You took this back. Add it below as it should be.',
  },
  none: {
    medicine: 'I take no medicines',
    allergy: 'I have no allergies',
  },
  noneSaid: {
    medicine: 'You said: no medicines. If that changes, add it above.',
    allergy: 'You said: no allergies. If that changes, add it above.',
  },
  empty: 'An empty list tells us nothing. If there is nothing to add, say so.',
  noneShort: 'You said: none',
  doctor: 'Before you stop a medicine, talk with whoever gave it to you.',
}
