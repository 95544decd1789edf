import type { Reliable } from './change.ts'

const reliable: Record<Reliable, string> = {
  improvement: 'Better, by more than chance',
  deterioration: 'Worse, by more than chance',
  'no-reliable-change': 'May be chance',
  'not-defined': 'No published threshold',
  unknown: 'Not known yet',
}

export const en = {
  page: 'Measures over time',
  title: 'Measures',
  empty: 'Nothing answered yet',
  emptyWords: 'The client is asked at the beginning, and a week after each journey.',
  aid: 'An aid for a conversation, not a diagnosis.',
  caption: '{name}: every time it was answered',
  when: 'When',
  total: 'Total',
  noTotal: 'No total: too little was answered',
  prorated: 'estimated from the answers given',
  band: 'Band',
  flags: 'To look at',
  flagNames: {
    'positive-screen-10': '10 or more',
    'suicide-item-positive': 'Item 9 above “not at all”',
    'suicide-item-missing': 'Item 9 not answered: ask in person',
    'major-depressive-syndrome': 'Pattern of a major depressive syndrome',
    'other-depressive-syndrome': 'Pattern of another depressive syndrome',
    'algorithm-indeterminate': 'Pattern cannot be told: answers are missing',
  } as Readonly<Record<string, string>>,
  change: 'Since the first',
  reliable,
  basis: 'More than chance from {n} points on ({source}).',
  answers: 'Answers',
  answersOf: 'Answers of {day}',
  withheld: { 'prefer-not': 'Rather not say', 'in-person': 'In person' },
  unanswered: 'Not answered',
  mcid: 'People tend to notice a change of this size.',
  response: 'Half or less of the first total.',
  remission: 'Below the mark for remission.',
}
