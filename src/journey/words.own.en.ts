import type { OwnPartId } from './own.ts'

const parts: Record<OwnPartId, string> = {
  agreement: 'Your agreement',
  ride: 'Your way home',
  asked: 'What you want today',
  talked: 'Your last journey',
  food: 'Food and drink',
  body: 'Your blood pressure',
  people: 'The people and the room',
  care: 'Your care team’s part',
}

export const en = {
  title: 'Today',
  lead: 'What comes before we begin, and where each thing stands. Nothing starts until you want it to.',
  back: 'Back to your page',
  begun: 'We have begun. Your team is with you.',
  begunWords: 'Put this away now, and rest. Someone stays with you the whole time.',
  ready: 'Ready',
  open: 'Not yet',
  parts,
  agreement: {
    ready: 'You signed it. You can take it back at any time, also today.',
    'consent-unsigned': 'It has not been signed yet.',
    'consent-paper-only':
      'Your team has noted a consent on paper. Before your next journey we ask you to read and sign it here, too.',
    'consent-too-young':
      'You signed it a short while ago. It rests for a day, so that nobody has to decide at the door.',
    'consent-expired': 'It is more than a year old. We would like to go through it with you again.',
    'consent-withdrawn': 'You took it back. That holds. Nothing happens without it.',
    'consent-broken': 'What is stored is not what you signed. It does not count. Please tell your team.',
    action: 'Read your agreement',
  },
  ride: {
    ready: '{name} takes you home, {phone}.',
    open: 'Who takes you home afterwards? You should not drive before tomorrow, after a night of sleep.',
    name: 'Their name',
    phone: 'Their phone number',
    save: 'Save',
    change: 'Someone else takes me home',
    lost: 'They cannot come',
    fault: 'Write a name and a phone number.',
  },
  asked: {
    'asked-yes': 'You said: yes, today.',
    'asked-not-today': 'You said: not today. That holds. No reason is needed.',
    'asked-not-safe':
      'You said that going home with this person does not feel safe, or you are not sure. Someone will talk with you alone, and you find another way together.',
    'asked-ride-changed': 'Your way home has changed since you were asked. Please answer once more.',
    'asked-own-screen': 'You said no earlier today. If you want to change that, only you can, here.',
    'asked-not-yet': 'Two questions, for you alone. If anyone can see this screen, ask them to step out.',
    wants: 'Do you want this today?',
    yes: 'Yes, today',
    no: 'Not today',
    noReason: '“Not today” needs no reason, and it changes nothing between you and us.',
    safe: 'Is it safe for you to go home with {name}?',
    safeYes: 'Yes, it is',
    safeNo: 'No, or I am not sure',
    safeWhy: 'Only your care team sees this answer. {name} does not.',
    rideFirst: 'Tell us above who takes you home. Then we ask one more thing.',
    again: 'Answer again',
  },
  talked: {
    ready: 'We have talked about it together.',
    open: 'First we talk about it together: how it was, and whether you want another one. You can say no.',
    'talked-no-more':
      'You said: no other journey, or not yet. That holds, and needs no reason. If that changes, tell your team, whenever you like.',
    'talked-too-soon':
      'You said you want another one. We have written it down. So soon after a journey a yes does not count yet: it should be yours with a day in between. From {until} on you can say it again, if you still want it. “No” and “not yet” count at any time.',
    'talked-not-home':
      'You said you want another one. We have written it down. It counts once you say it again, a day or more after you went home. “No” and “not yet” count at any time.',
  },
  food: {
    ready: 'You told us, and it is fine.',
    open: 'We ask you when you last ate and drank. It keeps you safe if you feel sick. If we need to wait, we wait together.',
  },
  body: {
    ready: 'It was measured here, and it is fine to go on.',
    open: 'It is measured here, before anything else. If we need to wait, we wait together.',
  },
  people: {
    ready: 'Everyone who should be with you is here, and the room is ready.',
    open: 'Someone is not here yet, or the room is not ready yet. We do not begin before that.',
  },
  care: {
    ready: 'Everything is in place on our side.',
    open: 'Something is still open on our side. Your care team will tell you in person. You do not have to do anything.',
  },
  allReady: 'Everything is ready. You can still say no, now and at any moment.',
}
