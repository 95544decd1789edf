/** What only the practice can say of a form of its own. */
export const en = {
  inWords:
    'What someone writes in their own words is read by no machine. A question about death belongs in one with answers to choose, or a number.',
  quoted: '“{words}”',
  hint: 'Its words may be about death or harm.',
  yesNo: { yes: 'Yes', no: 'No' },
  number: 'Which numbers must reach a person?',
  never: 'None of them',
  sides: { atLeast: 'This number and above', atMost: 'This number and below' },
  mark: 'The number',
  lookAgain: {
    one: 'This question may be about death or harm. Look at it again before you go on: {questions}',
    other: 'These questions may be about death or harm. Look at them again before you go on: {questions}',
  },
  trauma: 'Does it ask what happened to someone?',
  traumaHint:
    'Abuse, violence, an accident, a disaster, a loss: such questions are asked by a person who is there, and never sent to be answered alone.',
  traumaLooks: 'By its words it may: {questions}',
  traumaChoices: { yes: 'Yes. It is asked in person only.', no: 'No. It may be answered alone.' },
  traumaIs: 'Asks what happened to someone: asked in person only, and never sent to be answered alone.',
}
