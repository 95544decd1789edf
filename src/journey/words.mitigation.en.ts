/** What was promised in writing, as it is read where it is to be done. */
export const en = {
  title: 'To be done, as decided in writing',
  because: '{about}. Written by {name}.',
  about: {
    conditions: 'Conditions of the clearance',
    pressure: 'Blood pressure today',
    interval: 'Time since the last dose',
    standing: 'Blood pressure on standing, today',
    count: 'The count of the medicine',
    today: 'How the client is today',
    medicines: 'A sedative taken today',
    report: 'The state’s prescription report',
    substances: 'Alcohol and other substances',
    suicide: 'Today’s answer about suicide',
  },
}
