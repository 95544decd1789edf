/** What a file that comes in may be refused for. */
export const en = {
  'referral-damaged': {
    title: 'This file could not be read.',
    next: 'It is cut off, changed, or not a FHIR R4 file in JSON. Ask the sender for it again. Nothing was saved.',
  },
  'referral-too-large': {
    title: 'This file is too large.',
    next: 'Ask the sender for this person’s file alone. Nothing was saved.',
  },
  'referral-not-a-bundle': {
    title: 'This is not a referral.',
    next: 'Choose the whole FHIR R4 bundle, not a part of it or another kind of file. Nothing was saved.',
  },
  'referral-other-version': {
    title: 'This file is in another version of FHIR.',
    next: 'Ask the sender for FHIR R4. Read as R4, it could say something else. Nothing was saved.',
  },
  'referral-no-person': {
    title: 'This file does not say who it is about.',
    next: 'Ask the sender for a file with the person in it. Nothing was saved.',
  },
  'referral-two-persons': {
    title: 'This file is about more than one person.',
    next: 'Ask the sender for one file for each person. Nothing was saved.',
  },
  'referral-person-died': {
    title: 'The file says that this person has died.',
    next: 'Please call the sender before doing anything else. Nothing was saved.',
  },
  'referral-someone-else': {
    title: 'A number in this file belongs to someone else here.',
    next: 'The name and the birthday are both different. Call the sender and find out which is right. Nothing was saved.',
  },
  'referral-perhaps-known': {
    title: 'Someone of this name may be here already.',
    next: 'Say whether it is the same person or a new one. Nothing was saved.',
  },
  'someone-else-perhaps': {
    title: 'Someone else here may bear this name.',
    next: 'Look at both records first. Then say that they are two people. Nothing was saved.',
  },
  'taken-in-already': {
    title: 'Someone has taken them in already.',
    next: 'Go back to what they wrote: the way to their record stands there. Nothing more was saved.',
  },
  'referral-matches-two': {
    title: 'This file fits two people here.',
    next: 'Their numbers are both in it. Find out with the sender who is meant. Nothing was saved.',
  },
}
