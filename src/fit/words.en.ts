import type { Answer, Outcome } from './fit.ts'

export const en = {
  title: 'Is it right for me?',
  lead: 'A few questions, about four minutes. You may find out what to ask, and whom to ask first.',
  promises: [
    'Your answers stay on this page. They are not sent and not saved. When you close it they are gone.',
    'It does not diagnose, and it does not decide. A person does that, with you.',
    'You can skip any question. You can stop at any time.',
  ],
  begin: 'Begin',
  noScript:
    'The check needs JavaScript, so that it can run on your own device alone. You can read all the questions below.',
  step: (number: number, of: number) => `Question ${number} of ${of}`,
  why: 'Why we ask',
  answers: { yes: 'Yes', no: 'No', 'not-sure': 'Not sure', skip: 'Skip this' } satisfies Record<
    Answer,
    string
  >,
  back: 'Back',
  clear: 'Clear my answers',
  help: {
    self: {
      title: 'You matter more than this check. Please talk to someone now.',
      say: 'People are there at any hour, for free. You do not need the right words. You can say: “I am thinking of ending my life,” or “I do not feel safe.”',
    },
    body: {
      title: 'Please call 911 now.',
      say: 'Say what you feel and when it began. If you can, unlock the door and stay where you are. Do not drive yourself.',
    },
    call988: 'Call 988',
    text988: 'Text 988',
    textBody: '',
    call911: 'Call 911',
    veterans: 'If you served in the military, press 1.',
    notWatched: 'No one sees your answer. This page cannot call for you.',
    goOn: 'I am safe for now. Go on',
    goOnBody: 'It has passed, or help is here. Go on',
  },
  result: {
    kicker: 'What your answers say',
    outcomes: {
      talk: {
        title: 'Worth a conversation',
        say: 'Nothing you said stands in the way of a first talk. A prescriber will still ask you all of this again, and more.',
      },
      doctor: {
        title: 'Speak with your doctor first',
        say: 'Something here needs a doctor’s word before KAP can be weighed. That is not a no. Print this page or write down the reasons, and take them along.',
      },
      'not-now': {
        title: 'Not now, and here is what may help',
        say: 'With what you said, KAP could do more harm than good right now. It is not a verdict on you, and it can change.',
      },
    } satisfies Record<Outcome, { title: string; say: string }>,
    because: 'Because',
    mention: 'Also worth knowing',
    mayHelp: 'What may help',
    helps: {
      talk: [
        'Read what a journey is like, and what the whole way costs.',
        'Look for someone whose license was checked, and ask them your own questions.',
      ],
      doctor: [
        'Your own doctor can check most of this in one visit.',
        'You can also write to a practice and say what you found here. They can tell you which letter they need.',
      ],
      'not-now': [
        'Talk therapies for trauma and low mood help many people, with no drug in them.',
        'Your doctor can go through other medicines with you.',
        'If you think we got it wrong, ask a prescriber. They can see what a page cannot.',
      ],
    } satisfies Record<Outcome, readonly string[]>,
    medicines:
      'Keep taking your medicines as you do now. Only you and your prescriber change them, together.',
    notDiagnosis: 'This is not a diagnosis and not medical advice.',
    kept: 'Nothing was saved. If you print it, others may find the paper.',
    find: 'Find someone near you',
    read: 'Read what a journey is like',
    print: 'Print this page',
    again: 'Clear my answers and start again',
  },
  all: {
    title: 'Read the questions first',
    leadsTo: { yes: 'If yes', no: 'If no' },
    rules: 'Clinical rules',
    levels: {
      danger: 'Help comes first.',
      'not-now': 'Not now.',
      doctor: 'Your doctor first.',
      mention: 'Good to know; it holds nothing up.',
    },
    unknown: '“Not sure” and “skip” never count as no. They lead to your doctor first.',
  },
}
