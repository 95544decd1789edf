/** What takes two people, and what is refused where there is one. */
export const en = {
  'second-must-differ': {
    title: 'The second signature must be someone else’s.',
    next: 'Ask another prescriber of your practice to read it and sign it.',
  },
  'director-signs': {
    title: 'The medical director of this practice signs this.',
    next: 'Ask them to sign it. Where they no longer do this, an administrator names someone else.',
  },
  'second-attests': {
    title: 'The second who attests must be someone else.',
    next: 'Ask another member of the care team to look at the paper and attest it.',
  },
  'rule-not-so': {
    title: 'A rule cannot be changed like this.',
    next: 'It may be ratified as it came. Only what rests on a proposed default alone can be raised, and nothing can be lowered. Load the page again and look at how it stands.',
  },
  'proposal-not-open': {
    title: 'This proposal is not open any more.',
    next: 'It holds already, was taken back, or a newer one stands in for it. Look at how the rule stands now.',
  },
}
