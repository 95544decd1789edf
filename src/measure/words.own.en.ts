import type { OwnCourse, OwnState } from './own.ts'

const courses: Record<OwnCourse, string> = {
  better:
    'Compared with when you began, your answers about {topic} have changed for the better. The change is larger than the usual ups and downs.',
  worse:
    'Compared with when you began, your answers about {topic} tell of a harder time. This can happen along the way, and it is not your fault.',
  same: 'Compared with when you began, your answers about {topic} have not clearly changed. What is different is within the usual ups and downs.',
  unclear:
    'You have answered about {topic} more than once. No one can say from the answers alone if a change is more than the usual ups and downs.',
  once: 'You have answered about {topic} once so far. There is nothing to compare it with yet.',
  'no-start':
    'There is no answer about {topic} from before your first journey, here or elsewhere, so there is nothing to compare with.',
  unknown: 'How it is now with {topic} is not known.',
  uncompared: 'These questions are not compared over time. They help your people know what to ask you.',
}

const states: Record<OwnState, string> = {
  answered: 'You answered',
  partly: 'You answered a part',
  missed: 'Asked, not answered. How it was then is not known.',
  refused: 'You said “not this time”. How it was then is not known.',
}

export const en = {
  title: 'Your answers over time',
  lead: 'In words, and only what can be said. Your answers are one part of how you are. You know the rest. Open what you want to look at.',
  empty: 'No answers yet',
  emptyWords: 'When you have answered some questions, you can look back at them here.',
  courses,
  since:
    'You were asked on {day}, and there is no full answer since. That is all right. You can answer later, or tell someone in person.',
  neverAnswered: 'You were asked about {topic}, and did not answer. That is all right.',
  talk: 'You do not have to carry it alone. You can talk about it with {names}.',
  talkAnyone: 'You do not have to carry it alone. You can talk about it with someone of your practice.',
  help: 'Get help',
  nobodyWatches: 'No one watches this page.',
  helpMore: 'Get help says whom to reach, day and night.',
  caption: 'When you were asked about {topic}',
  when: 'When',
  what: 'What you did',
  states,
  twoLanguages:
    'You have answered in English and in Spanish. The two do not ask in just the same way, so a part of a difference may come from the words.',
  turnedTo: { en: 'From here on in English.', es: 'From here on in Spanish.' },
  answersOf: 'What you answered on {day}',
  withheld: {
    'prefer-not': 'You would rather not say',
    'in-person': 'You would rather say it in person',
    'does-not-apply': 'It does not apply to you',
    'not-asked': 'Not asked',
    declined: 'Declined',
    'not-assessable': 'Could not be assessed',
  },
  topics: {
    asq: 'your safety',
    'c-ssrs-screener': 'your safety',
  } as Readonly<Record<string, string>>,
}
