/** Where nothing came with a person: said as it is, and what to ask. */
export const en = {
  title: 'Nothing is on file.',
  lead: 'No referral came, so nobody has told us of an illness, a medicine or an allergy. That does not mean that there are none.',
  ask: 'Ask them, and whoever treats them where they allow it:',
  asks: {
    medicines: 'every medicine, also without a prescription: which, how much, since when, who prescribes it',
    allergies: 'allergies, and how an anaesthetic or ketamine was before',
    body: 'heart, blood pressure, strokes and seizures, liver, bladder, lungs and sleep, thyroid',
    mind: 'psychosis, mania, earlier stays in a hospital, theirs and in the family',
    substances: 'alcohol and other substances, now and before',
    pregnancy: 'whether they are or may become pregnant, or breastfeed',
    tried: 'what they come for, and what was tried',
  },
  where:
    'The decision asks for each of these, one by one. What is not answered stays unknown there, and holds.',
  decision: 'Go to the questions',
  file: 'Take in a file from whoever treats them',
  fileWords: 'What they tell is written down on the history, one by one. A file brings more.',
  came: 'How they came',
  wrote: 'Wrote to the practice {day}. Taken in {on} by {name}.',
  byHand: 'Taken in by hand {on}, by {name}.',
  took: 'Taken down: {what}.',
  read: 'Read what they wrote',
  asked: 'When they wrote, they asked:',
}
