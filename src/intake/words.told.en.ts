/** What is written down as it was told, without a file. */
export const en = {
  title: 'Write down what was told',
  lead: 'One at a time, in the words on the label where you can. It counts as confirmed by you. What our lists do not know matches no rule by itself.',
  kind: 'What it is',
  kinds: { medicine: 'Medicine', problem: 'Illness', allergy: 'Allergy' },
  words: {
    medicine: 'Which medicine',
    problem: 'Which illness',
    allergy: 'Allergic to what',
  },
  dosage: 'How much, how often',
  since: {
    year: 'Since: year',
    month: 'Month',
    day: 'Day',
    monthUnknown: 'not known',
    hint: 'As far as it is known. It may stay empty.',
  },
  save: 'Write it down',
  missing: 'Write this first.',
  wrong: 'This date cannot be right.',
}
