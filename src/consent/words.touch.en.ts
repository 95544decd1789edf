import type { TouchKind } from './document.ts'

const touch: Record<TouchKind, string> = {
  hand: 'Holding their hand',
  shoulder: 'A hand on their shoulder',
  blanket: 'Putting a blanket on them',
}

/** For those who go by it. */
export const en = {
  title: 'Touch',
  touch,
  answers: {
    no: 'No',
    'if-i-reach': 'Only if they reach for it',
    'ask-each-time': 'Yes, asking first each time',
  },
  who: { therapist: 'Only their therapist', team: 'Anyone of the team in the room' },
  places: {
    'left-hand': 'left hand',
    'right-hand': 'right hand',
    'left-shoulder': 'left shoulder',
    'right-shoulder': 'right shoulder',
    'upper-back': 'upper back',
    legs: 'over the legs',
    body: 'up to the shoulders',
  },
  recording: 'Recording',
  recordings: { no: 'No', audio: 'Sound only', 'audio-and-video': 'Sound and picture' },
  none: 'No touch.',
  onlySafety: 'Only for safety: to stop a fall, to steady, to help breathing, the cuff. Say it first.',
  askFirst: 'Ask first, each time. Never ask for a new yes.',
  takenBack: 'No. Taken back {time}.',
  noMore: 'No more',
  noMoreOf: 'No more: {what}',
  noTouchAtAll: 'No touch at all',
  stopRecording: 'No more recording',
  noRecording: 'No recording.',
  state: {
    unsigned: 'Nothing was agreed. No touch.',
    withdrawn: 'They took their consent back. No touch, no recording.',
    expired: 'What was agreed has run out. No touch.',
    broken: 'What is stored is not what was signed. No touch.',
  },
  notHere: 'What was agreed about touch is not on this tablet. No touch.',
  rehearsed: 'Rehearsed on {day} with {name}',
  notRehearsed: 'Not rehearsed yet',
  rehearseHint: 'Try it out together, sober: the stop word, the stop sign, and each touch that is all right.',
  rehearse: 'We rehearsed it now',
  rehearseAgain: 'We rehearsed it again',
  wait: {
    says: 'A first consent rests {n} hours before a first dose.',
    own: 'Decided by {name} on {day}: {reason}',
    change: 'Change this for the practice',
    title: 'How long a first consent rests',
    everyone:
      'This holds for everyone here. 24 hours is the usual; shorter needs a reason that would stand before a board.',
    hours: 'Hours',
    hoursWrong: 'A whole number from 1 to 168.',
    reason: 'Why',
    reasonMissing: 'Write why.',
    sign: 'Sign',
    meaning: 'From now on a first consent rests {n} hours before a first dose, for everyone here.',
  },
}
