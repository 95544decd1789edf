export const en = {
  title: 'They told of intent or a plan',
  stay: 'Do not leave them alone. They do not go home now.',
  together: 'Call 988 or 911 with them, or go to the emergency department, as the evaluation says.',
  call988: 'Call 988',
  call911: 'Call 911',
  who: 'Only {names} can clear this, in writing. Asking again does not.',
  nobody: 'Only a therapist or a prescriber can clear this, in writing, and none is on the care team.',
  reason: 'Why they may go home all the same',
  reasonHint:
    'After you have spoken with them yourself: what you found, what keeps them safe tonight, who is with them. It stays on record beside what they said.',
  reasonMissing: 'Write your reason.',
  clear: 'Clear this in writing',
}
