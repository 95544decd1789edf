import type { PlanStep } from './plan.ts'

const steps: Record<PlanStep, string> = {
  warningSigns: 'How I notice that it starts',
  onMyOwn: 'What I can do on my own',
  peopleAndPlaces: 'People and places that take my mind off it',
  peopleToAsk: 'People I can ask for help',
  professionals: 'Professionals I can reach',
  surroundings: 'What I put out of reach',
}

const hints: Record<PlanStep, string> = {
  warningSigns: 'A thought, a feeling, something you do. Your words.',
  onMyOwn: 'Small things that helped before, even for ten minutes.',
  peopleAndPlaces: 'You need not tell them why you come.',
  peopleToAsk: 'Names, and their numbers. You can call from here.',
  professionals: 'Names and numbers. 988 is always here.',
  surroundings: 'What could hurt you, and who keeps it for you.',
}

/** The client's own page of their safety plan. */
export const en = {
  title: 'My plan for hard hours',
  lead: 'Six steps for when it gets dark. Start at the top and go on until it eases. You can skip to the last ones at any time.',
  now: 'In danger now?',
  call911: 'Call 911',
  call988: 'Call 988',
  text988: 'Text 988',
  help988:
    'At 988, people answer day and night. It is free, and you can say as much or as little as you like.',
  practice: 'Call the practice',
  noOneWatches: 'No one at the practice sees this page while you read it. If you need someone, call.',
  steps,
  hints,
  blank: 'Nothing here yet.',
  none: 'You have no plan yet.',
  noneWords: 'You can begin one now, alone, and in any order. You can also make it with your therapist.',
  begin: 'Begin my plan',
  change: 'Change my words',
  editTitle: 'My words',
  editLead:
    'Write what is true for you. Leave out what does not fit. Your care team can read it; no one else can.',
  lacking: 'Write a few words in at least one step.',
  save: 'Keep it',
  cancel: 'Not now',
  made: 'Last looked at with {name} on {day}.',
  alone: 'Not yet looked at with anyone.',
  changed: 'You changed it on {day}.',
  waiting: 'Kept on this device. It reaches your team when there is a network.',
  onDevice:
    'This page also opens without a network. Signing out or leaving quickly takes it off this device.',
  source: 'The six steps follow Stanley and Brown, 2012.',
  team: {
    changed: 'Changed by the client on {day}. Not yet looked at together.',
    arrived: 'It came here on {day}: it waited on their device.',
    doubt: {
      ahead: 'The device’s clock ran ahead, so this is when it came here.',
      late: 'It waited for more than half a day; the device’s clock may be wrong.',
    },
    late: 'Written by the client on {day}, and it came here on {arrived}, after the plan was made. Not yet looked at together.',
    review: {
      changed: 'The client changed it. Look at it together.',
      alarm: 'An answer was not clear since it was made. Look at it together.',
      phase: 'A new phase has begun since it was made. Look at it together.',
    },
    fits: 'Looked at together, it still fits',
    lacks: 'Some steps are empty. Make a new one together.',
    seen: 'Kept, as of today.',
  },
}
