export const en = {
  title: 'No one has answered',
  unanswered: {
    one: 'One thing was brought before everyone on the ladder, and no one has said that they have seen it.',
    other:
      '{n} things were brought before everyone on the ladder, and no one has said that they have seen them.',
  },
  silent: {
    one: 'One thing should have called someone a while ago and did not. Reach its owner yourself.',
    other: '{n} things should have called someone a while ago and did not. Reach their owners yourself.',
  },
  standsStill:
    'Calls for help are not going out by themselves now. Whoever runs the server must look. Until then, look here yourselves.',
  look: 'See what is waiting',
  urgency: {
    'at-once': 'Now',
    'same-day': 'Today',
    later: 'When someone next reads',
    past: 'Was due before today',
    listed: 'Listed: not worse than before',
    'listed-history': 'Listed: no one is called for it',
  },
  told: {
    title: { one: '1 person was told', other: '{n} people were told' },
    mail: (name: string) => `${name}, by mail`,
    screen: (name: string) => `${name}, on their screen only`,
    'no-one': 'This step found no one to tell',
  },
  ladder: 'Who is called while no one answers',
  rungs: {
    owner: 'At once: the owner.',
    second: {
      one: 'After 1 minute: the prescriber and the coordinator.',
      other: 'After {n} minutes: the prescriber and the coordinator.',
    },
    third: {
      one: 'After 1 minute: everyone on the care team.',
      other: 'After {n} minutes: everyone on the care team.',
    },
    last: { one: 'After 1 minute: whoever administers.', other: 'After {n} minutes: whoever administers.' },
  },
  counted:
    'Counted from when it came up, or, where it may wait until someone reads, from when it is due. Only a person’s “I have seen it” stops it.',
  ways: 'They are called by mail and on their screens, not by telephone. What is only listed calls no one.',
  waysNoMail:
    'They are called on their screens only: no mail leaves this server, and nobody is telephoned. Whoever is not looking is not reached. What is only listed calls no one.',
  source: 'Minutes are this practice’s own setting.',
  usual: 'These are the usual minutes; nobody here has set others.',
  change: 'Change the minutes',
  second: 'Second step after',
  third: 'Third step after',
  last: 'Last step after',
  minutes: 'minutes',
  wrong: 'Write three whole numbers from 1 to 1440, each larger than the one before.',
  save: 'Keep these minutes',
  cancel: 'Not now',
}
