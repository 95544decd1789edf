export const en = {
  help: {
    title: 'Get help',
    danger: 'In danger right now',
    dangerWords: 'If you or someone else may be hurt, or something feels wrong in your body, call 911.',
    call911: 'Call 911',
    crisis: 'Someone to talk to, day or night',
    crisisWords: '988 is free, in the whole US. You do not need to be sure that it is bad enough.',
    call988: 'Call 988',
    text988: 'Text 988',
    text988Link: 'sms:988',
    practice: 'Your practice',
    hoursUnknown: 'The practice has not written its hours here yet.',
    callPractice: 'Call',
    nobodyWatches: 'No one watches this app.',
    plan: 'Your own plan',
    planWords: 'What helps you in a hard hour, step by step, in your words. It opens without a network too.',
    planMore: 'My plan for hard hours',
    concern: 'Something did not feel right',
    concernWords:
      'With how you were treated, touched, spoken to or charged. You can talk with someone outside your team.',
    concernMore: 'Whom you can tell',
    agreed: 'To change your mind',
    agreedWords:
      'What you signed can be taken back at any time, all of it or a part, and no reason is needed. How you say stop and what calms you can be changed too.',
    agreedMore: 'What you agreed to',
    wishedMore: 'How you want it to be',
    reach: 'How we reach you',
    reachWords: 'Your phone, your address, what we call you. If it changes, you can say so yourself.',
    reachMore: 'Look at it, or change it',
    record: 'Who opened my record',
    recordWords: 'You can see each person who opened your pages, and when.',
    recordMore: 'See who opened it',
  },
  concern: {
    back: 'Get help',
    title: 'Something did not feel right',
    believed:
      'You do not need proof, and you do not need to be sure. You do not have to tell your team first. Telling someone does not end your care.',
    outside: 'Does not belong to your team, and does not answer to it.',
    call: 'Call',
    board:
      'The board that gives licenses, and can take them away. You can go to it at any time, without asking anyone.',
    site: 'Its page on the internet',
    nobodyNamed:
      'The practice has not named anyone here yet. You can call the board that licenses therapists or doctors in your state, or 988 if you want to talk now.',
    keeps: 'What is written stays written',
    keepsWords:
      'No one at the practice can remove or change what your record says about a session. A correction is added next to it, with a name and a time.',
  },
}
