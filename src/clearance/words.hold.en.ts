/** Apart from the prescriber's words, so that a client's phone loads these alone. */
export const en = {
  title: 'We would like to talk with you first',
  lead: 'Before the next step, someone from your team will talk with you. You do not have to get anything ready for it.',
  willCall: (who: string, day: string) => `${who} will call you by ${day}.`,
  noCall: 'No call has been set yet. You can call us and ask for one.',
  otherwise:
    'If this treatment is not for you now, there are other ways to be helped. Ask in that talk which could be yours.',
  callUs: 'Call the practice',
  meanwhile:
    'Nothing about your medicines changes because of this page. If a question comes up, write it down and bring it to the call.',
  notWatched: 'No one watches this app. If you need someone now, there is help at any hour.',
  help: 'Get help',
}
