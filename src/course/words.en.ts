import type { GreetingWords } from './greeting.ts'
import type { Thing } from './home.ts'

const greeting: GreetingWords = {
  numbers: [
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  journeys: [
    'one journey',
    'two journeys',
    'three journeys',
    'four journeys',
    'five journeys',
    'six journeys',
  ],
  manyJourneys: '{n} journeys',
  welcome: {
    title: 'Welcome, {name}.',
    text: 'There is no hurry here. You can stop, skip or come back at any point.',
  },
  preparing: {
    title: 'Getting ready, slowly.',
    text: 'This is the time before the first journey. Nothing has to be decided today.',
  },
  preparingHere: {
    title: 'Getting ready, slowly.',
    text: 'This is the time before the next journey, your first one here. Nothing has to be decided today.',
  },
  beforeHere: {
    title: '{n} days to go.',
    text: 'Your next journey is near, the first one here. You can still change the day, or your mind.',
  },
  held: {
    title: 'There is no hurry.',
    text: 'A journey was planned for these days. When it can be is open until you have talked with your team.',
  },
  tomorrow: {
    title: 'Tomorrow.',
    text: 'You can still say no, today, tomorrow, and in the room. No reason is needed.',
  },
  before: {
    title: '{n} days to go.',
    text: 'Your first journey is near. You can still change the day, or your mind.',
  },
  beforeAgain: {
    title: '{n} days to go.',
    text: 'You have made {journeys}. The next one is near, and you can still change the day, or your mind.',
  },
  today: {
    title: 'Today.',
    text: 'You will be asked, alone, if you want this today. “Not today” needs no reason.',
  },
  underWay: {
    title: 'Put this away for now.',
    text: 'The people in the room are there for you. Everything here will wait.',
  },
  rest: {
    title: 'Home again.',
    text: 'Rest, drink, eat something light. Let someone else drive until tomorrow, after a night of sleep. Nothing has to be understood today.',
  },
  restElsewhere: {
    title: 'After today.',
    text: 'Wherever you are now, rest. Let someone else drive until tomorrow, after a night of sleep. If anything feels wrong, call 911, or the practice under Get help. Nothing has to be understood today.',
  },
  dayAfter: {
    title: 'The day after.',
    text: 'You have made {journeys}. What came up is yours to sort, slowly.',
  },
  after: {
    title: '{n} days on.',
    text: 'You have made {journeys}. What came up is yours to sort, slowly.',
  },
  weekOn: { title: 'A week on.', text: 'You have made {journeys}. What you found is finding its place.' },
  weeksOn: { title: '{n} weeks on.', text: 'You have made {journeys}. What you found is finding its place.' },
  ended: {
    title: 'The thread goes on.',
    text: 'This course is complete. What you found stays yours, and these pages stay open to you.',
  },
}

const things: Record<Thing['kind'], { title: string; text: string; action: string }> = {
  today: {
    title: 'What happens today',
    text: 'Who is there, how it goes, and how you say stop.',
    action: 'Open today’s page',
  },
  rest: {
    title: 'Nothing to do.',
    text: 'If words come, you can keep them here. They can also wait.',
    action: 'Keep some words',
  },
  questions: {
    title: 'A few questions',
    text: 'About the last two weeks. You may skip any of them.',
    action: 'Open the questions',
  },
  history: {
    title: 'Your health history',
    text: 'What your team needs to know to keep you safe. At your own speed. You can stop and go on later.',
    action: 'Begin, or go on',
  },
  signing: {
    title: 'Something to read, and to decide',
    text: 'What will happen, what can go wrong, and your rights. Take your time. You can talk with someone first.',
    action: 'Open it',
  },
  intention: {
    title: 'What do you hope for?',
    text: 'In your own words. Hold it lightly; you can change it.',
    action: 'Write it',
  },
  belief: {
    title: 'A sentence that weighs on you',
    text: 'One that you have believed for a long time, about yourself or the world.',
    action: 'Write it',
  },
  rate: {
    title: 'How true does it feel now?',
    text: 'The same sentence as before. There is no right answer.',
    action: 'Look at it again',
  },
  capture: {
    title: 'What is still with you?',
    text: 'A word, a picture, a feeling in the body. Three minutes is plenty.',
    action: 'Write it',
  },
  meaning: { title: 'What does it mean to you?', text: 'One sentence is enough.', action: 'Write it' },
  exercise: {
    title: 'Something small, for daily life?',
    text: 'A minute or two that keeps this close.',
    action: 'Choose something',
  },
  change: {
    title: 'Is anything different?',
    text: 'A small thing counts. So does “not yet”.',
    action: 'Write it',
  },
  log: {
    title: 'How did it go?',
    text: 'Each answer is a good one. Nothing is counted.',
    action: 'Say how it went',
  },
}

export const en = {
  greeting,
  things,
  helpFirst: {
    title: 'You said something hard.',
    words:
      'A person on your team will see it and talk with you about it. You need not wait for them: someone answers at 988, at any hour.',
    call988: 'Call 988',
    more: 'Other ways to get help',
  },
  home: {
    now: 'One thing now',
    later: 'Not now. Ask me tomorrow',
    nothing: 'Nothing for now.',
    nothingWords: 'That is fine. You can write something at any time.',
    nothingYet: 'That is fine. There is nothing you have to do.',
    write: 'Write something',
    alone: 'Only you can see this. You choose later who else, if anyone.',
    writeAnyway: 'Write something all the same',
    help: 'Get help',
  },
  ahead: {
    title: 'What comes next',
    empty: 'When something more is agreed, it stands here.',
    moved:
      'Your journey has a new time. It was planned for {from}; now it is planned for {to}. If that does not work for you, tell your team.',
    calledOff:
      'The journey planned for {from} will not take place. You did nothing wrong, and all you have written stays yours. If you want another day, or want to know more, ask your team.',
    anyTime: 'Any time',
    exercise: 'Your exercise. No count is kept.',
    session: { title: 'Your journey', text: 'With your people. You can say no until the last moment.' },
    heldSession: 'It was planned. When it can be is open until you have talked with your team.',
    review: { title: 'Looking back together', text: 'What helped, what did not, and how to go on.' },
    ending: { title: 'The planned ending', text: 'A good-bye that has its time.' },
    questions: { title: 'The same questions again', text: 'They also ask if anything is worse.' },
  },
  yours: {
    title: 'Yours to change',
    agreed: { title: 'What you agreed to', text: 'Read it again, or take back all of it or a part.' },
    wished: {
      title: 'How you want it to be',
      text: 'What you hope for, what calms you, and how you say stop.',
    },
    told: {
      title: 'What you tell of your health',
      text: 'Add what is new, at any time.',
    },
  },
  people: {
    title: 'My people',
    none: 'When someone takes part in your care, their name stands here.',
    roles: {
      therapist: 'Your therapist',
      prescriber: 'Your prescriber',
      monitor: 'With you in the room',
      coordinator: 'Dates and papers',
      administrator: 'Runs the practice',
      auditor: 'Checks the records',
    },
    others: 'Who else may be part of this',
    call: 'Call them at',
    nobodyWatches: 'No one watches this page.',
    atNight: 'When no one is here, use Get help.',
    help: 'Get help',
    helpMore: 'Whom to reach, day and night',
    concern: 'Something did not feel right',
  },
}
