/** First actions at an emergency, in the order of `emergencyRules` (clinical.md 4.4). No drug, no dose. Nothing of anybody is in here. */
export const en = {
  lead: 'Stay. Speak calmly. One person calls, one person stays.',
  call911: 'Call 911',
  source: '{rules} · clinical reference {at}, general knowledge',
  cards: [
    {
      name: 'Slow or no breathing, or no answer',
      steps: [
        'Call 911. One calls and fetches the AED, one stays. No more medicine.',
        'Call out and touch the shoulder. Tilt the head and lift the chin, or push the jaw forward. Suction what is in the mouth.',
        'Not breathing, or only gasping: CPR at once, hard and fast in the middle of the chest. AED on as soon as it is here, and do as it says.',
        'Breathing too little: oxygen, bag and mask if trained.',
        'Breathing and not answering: on the side. Measure the glucose.',
        'Each minute: breaths, oxygen, sedation. Write them down.',
        'An opioid on board: naloxone, by the prescriber’s standing order.',
      ],
    },
    {
      name: 'Chest pain, short breath, sudden bad headache, loss of sight, fainting',
      steps: [
        'Call 911 now, at any blood pressure. Stop any infusion.',
        'Sit up if awake. If the oxygen reads under 94 %, give oxygen.',
        'Fetch the AED. ECG if there is one. Write down the times.',
      ],
    },
    {
      name: 'Seizure',
      steps: ['Protect the head. On the side. Look at the clock.', 'Call 911.', 'Nothing in the mouth.'],
    },
    {
      name: 'Blood pressure very high, no symptoms',
      steps: [
        'No more medicine. Sit half up. Less light and sound.',
        'Measure every 5 minutes.',
        'Prescriber to the room.',
      ],
    },
    {
      name: 'Vomiting while drowsy',
      steps: ['On the side, head low.', 'Suction and clear the mouth. Measure the oxygen.'],
    },
    {
      name: 'Terror, cannot be reached',
      steps: [
        'One calm voice: the name, the place, the time.',
        'Dim the light. Breathe together. Only touch that was agreed.',
        'Move away what could hurt. Prescriber if it does not settle.',
      ],
    },
    {
      name: 'Says they want to die, or acts on it',
      steps: ['Never alone.', 'Means out of reach.', 'Prescriber now. 911 for danger, 988 for support.'],
    },
    {
      name: 'Wants to leave too early',
      steps: [
        'Stay alongside. No force.',
        'Call the ride and the prescriber.',
        'No driving: the keys as agreed before.',
      ],
    },
  ],
}
