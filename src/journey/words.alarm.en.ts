export const en = {
  title: 'Now',
  'not-answering': 'They are not answering. Call out, touch the shoulder, open the airway.',
  symptom:
    'Chest pain, short breath, sudden bad headache, loss of sight, a seizure, weakness on one side: emergency care at once, at any blood pressure.',
  limit: 'Emergency: {what}. Look at them first, then measure again.',
  stop: 'Stop. They used their stop signal.',
  stopSteps:
    'Take your hands away and stop what is being done. Say aloud that you have stopped. Ask what they need now.',
  stopAgreed: 'What was agreed: {signal}',
  openCard: 'Open the emergency card',
  seen: 'Seen, I am on it',
  stopped: 'It has stopped',
  since: {
    'not-answering': 'Not answering since this was measured. Measure now, sedation first.',
    symptom: 'Chest, breath or sight since this was measured. Measure now.',
  },
}
