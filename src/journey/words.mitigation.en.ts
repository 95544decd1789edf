/** What was promised in writing, as it is read where it is to be done. */
export const en = {
  title: 'To be done, as decided in writing',
  because: '{about}. Written by {name}.',
  about: {
    conditions: 'Conditions of the clearance',
    pressure: 'Blood pressure today',
    interval: 'Time since the last dose',
    suicide: 'Today’s answer about suicide',
  },
}
