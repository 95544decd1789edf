export const en = {
  title: 'Your journeys elsewhere',
  lead: 'Your care team wrote these down. They took place somewhere else. If something is not right, tell them: they can take it back.',
  line: 'Journey, {when}',
  where: 'At {where}.',
  whereUnknown: 'Where it was is not written down.',
  tolerances: { well: 'It went well for your body.', unwanted: 'There were effects you did not want.' },
  toleratedUnknown: 'How your body took it is not written down.',
  sources: {
    'own-paper': 'It comes from the paper record of this practice.',
    'former-practice': 'It comes from the practice where it was.',
    client: 'You told us.',
  },
  by: 'Written down by {name}, {at}.',
}
