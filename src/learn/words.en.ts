import type { Source } from './source.ts'

export const en = {
  nav: { learn: 'What KAP is', fit: 'Is it right for me?', find: 'Find someone' },
  otherLanguage: 'Español',
  help: {
    title: 'In danger now, or thinking of ending your life?',
    say: 'In the US, call or text 988 at any hour. If someone is hurt, call 911.',
    call: 'Call 988',
  },
  foot: {
    notWatched: 'No one is watching this page. It cannot call for help for you.',
    privacy: 'What happens with your data here',
    sources: 'All sources',
    notAdvice: 'These pages are not medical advice. They are a start for a talk with someone who knows you.',
    lamp: { dim: 'Low light', bright: 'Daylight' },
  },
  dose: 'the dose',
  readOn: 'Read on, a few minutes each',
  next: 'Next',
  lost: { reference: 'If you call us, say this reference' },
  backToStart: 'What KAP is',
  fit: {
    title: 'Is it right for me?',
    lead: 'A private check, about four minutes.',
    say: 'Your answers stay in this browser. We keep no copy. It does not diagnose. It ends in one of three ways, and says why:',
    ends: ['Worth a conversation', 'Speak with your doctor first', 'Not now, and here is what may help'],
    begin: 'Begin the private check',
  },
  find: {
    title: 'Find someone near you',
    lead: 'You see the price of the whole way, and the day each license was checked, before you write to anyone.',
    place: 'Town or ZIP code',
    search: 'Search',
  },
  sources: {
    title: 'Where this comes from',
    allTitle: 'All sources',
    allLead:
      'Each mark in our pages points at one of these. Most were read as a summary, not as the whole paper. Where a line has no study behind it, we say so.',
    checked: 'Last checked',
    people: (count: string) => `${count} people`,
    kinds: {
      trial: 'Fair test, groups made by chance',
      pooled: 'Many studies added up',
      group: 'One group, followed',
      survey: 'Survey',
      review: 'Overview',
      label: 'Drug label',
      authority: 'Public agency',
      clinic: 'What a clinic does',
      law: 'Law',
      practice: 'Practice rule',
      common: 'Common knowledge',
    } satisfies Record<Source['kind'], string>,
    sure: {
      good: 'Quite sure',
      some: 'Fairly sure',
      little: 'Not very sure',
      none: 'No study',
    } satisfies Record<Source['sure'], string>,
    mark: (number: number) => `Source ${number}`,
  },
}
