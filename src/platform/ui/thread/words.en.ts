import type { PictureWords } from './sheet.ts'

const picture: PictureWords = {
  thread: 'The thread',
  preparation: 'Preparation',
  integration: 'Integration',
  ahead: 'not yet lived',
  today: 'Today',
  ended: 'Completed',
  week: 'week',
  skipped: 'skipped',
  kept: 'Kept private',
  hatched: 'Hatched: near the start. May be chance.',
  change: {
    score: {
      better: 'better, more than chance',
      worse: 'worse, more than chance',
      chance: 'may be chance',
    },
    belief: {
      better: 'looser, more than chance',
      worse: 'stronger, more than chance',
      chance: 'may be chance',
    },
  },
  earlier: 'Earlier: {n}',
  broughtIn: 'brought in',
  elsewhere: 'Elsewhere',
  rows: { intention: 'Intention', insight: 'Insight', exercise: 'Exercise', change: 'What changed' },
}

const sentence: Record<'score' | 'belief', Record<'better' | 'worse' | 'chance' | 'unknown', string>> = {
  score: {
    better: 'From {first} to {last}. That is better, by more than chance.',
    worse: 'From {first} to {last}. That is harder, by more than chance. It is worth talking about.',
    chance: 'From {first} to {last}. That may be chance.',
    unknown: 'From {first} to {last}.',
  },
  belief: {
    better: 'It felt {first} true, and now {last}. That is more than chance.',
    worse:
      'It felt {first} true, and now {last}. It holds harder, by more than chance. It is worth talking about.',
    chance: 'It felt {first} true, and now {last}. That may be chance.',
    unknown: 'It felt {first} true, and now {last}.',
  },
}

export const en = {
  picture,
  sentence,
  quoted: '“{belief}”',
  once: '{first}, asked once so far.',
  never: 'Not asked yet.',
  heard:
    'The thread of this course, from {from} to {now}. Journeys so far: {journeys}. The same is told in words below.',
  heardElsewhere: 'Earlier journeys elsewhere that were brought in: {n}.',
  show: 'Show',
  inOrder: 'Read it in order',
  asTable: 'Read it as a table',
  print: 'Print on one page',
  more: 'More, if you want it',
  moreWords:
    'Numbers stay closed until you open them. Hatched means: may be chance. A number is one way of looking, on one day.',
  journey: [
    'First journey',
    'Second journey',
    'Third journey',
    'Fourth journey',
    'Fifth journey',
    'Sixth journey',
    'Seventh journey',
    'Eighth journey',
    'Ninth journey',
    'Tenth journey',
    'Eleventh journey',
    'Twelfth journey',
  ],
  journeyNumber: 'Journey {n}',
  journeyHere: 'Journey {n} here, {all} known in all',
  elsewhere: 'Journeys elsewhere',
  elsewhereWords: 'Brought in: they did not take place here.',
  elsewhereOne: 'Journey elsewhere, {when}',
  ahead: 'What comes next',
  aheadEmpty: 'Nothing is agreed yet.',
  beginning: 'This is the beginning. Nothing has to be here yet.',
  noWords: 'No words yet. None are needed.',
  whole: 'In full:',
  keptOwn: 'Only you can see this.',
  keptOther: 'Kept private.',
  table: {
    caption: 'Everything in the picture, by date',
    when: 'When',
    what: 'What',
    value: 'Value or words',
    planned: 'Journey, planned',
    elsewhere: 'Journey elsewhere, brought in',
    skipped: 'Skipped',
  },
}
