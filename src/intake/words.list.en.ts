export const en = {
  none: {
    medicine:
      'The client told on {day}: they take no medicines. Go through it with them: this confirms nothing.',
    allergy:
      'The client told on {day}: they have no allergies. Go through it with them: this confirms nothing.',
  },
  back: {
    stopped:
      'The client said on {day}: they don’t take it any more. It counts until you say “not so”: some medicines act for weeks after the last one.',
    mistaken: 'The client said on {day}: they had written it wrong. It counts until you say “not so”.',
  },
  changed: {
    stopped: 'client: not taken any more',
    mistaken: 'client: written wrong',
    none: {
      medicine: 'Told by the client: no medicines',
      allergy: 'Told by the client: no allergies',
    },
  },
}
