export const en = {
  thread: {
    title: 'My thread',
    emptyTitle: 'It begins when your course does.',
    emptyWords: 'Then it grows with each step, in your own words, and you choose what you look at.',
    answers: 'Your answers over time',
    words: 'All my words',
    belief: 'How true it feels, 0 to 100',
    instruments: { 'phq-9': { label: 'Low mood', detail: 'PHQ-9, 0 to 27; lower is lighter' } },
    left: {
      client: { hospital: 'Taken to a hospital', left: 'Left early', 'against-advice': 'Left early' },
      staff: {
        hospital: 'Taken to a hospital',
        left: 'Left on their own',
        'against-advice': 'Left against advice',
      },
    },
    ahead: { session: 'Journey {n}', review: 'Review', ending: 'Planned ending' },
  },
}
