/** Of the staff's own page: a client's phone loads none of it. */
export const en = {
  page: 'Marks of screens',
  lead: 'From how many points on a screen counts as positive is left open by the sources of some questionnaires. Your practice can choose. What was answered before keeps the mark it was read by.',
  usual: 'As usual: {words}',
  choice: '{n} points or more. {words}',
  source: 'Source: {source}',
  legend: 'From how many points on {name} counts as positive',
  save: 'Read by this mark from now on',
  setBy: 'Chosen by {name} on {day}.',
  back: '{day}: {name} went back to what is usual',
  past: '{day}: {name} chose {n} points ({source})',
  before: 'What was chosen before',
}
