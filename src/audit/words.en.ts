export const en = {
  record: {
    title: 'Who opened my record',
    lead: 'Everyone who opens your pages leaves their name here. No one can take it away.',
    question: 'If a name surprises you, ask the practice. They owe you an answer.',
    downloadTitle: 'My record, for me',
    downloadWords:
      'One file with what is kept about you. It is written for other record systems to read. It says what is left out, and why. Save it only where no one else can open it.',
    download: 'Download my record',
    emptyTitle: 'No one has opened it yet.',
    emptyWords: 'When someone does, you will see it here at once.',
    who: {
      self: 'You',
      member: '',
      service: 'The app itself',
      unnamed: 'Someone from outside the practice',
    },
    did: {
      read: { one: 'Read once', other: 'Read {n} times' },
      wrote: { one: 'Wrote once', other: 'Wrote {n} times' },
      refused: { one: 'Was turned away once', other: 'Was turned away {n} times' },
      failed: { one: 'Tried once; something broke', other: 'Tried {n} times; something broke' },
    },
    reason: {
      one: 'The reason was written down. You may ask to read it.',
      other: 'The reasons were written down ({n}). You may ask to read them.',
    },
    roles: {
      therapist: 'therapist',
      prescriber: 'prescriber',
      monitor: 'monitor',
      coordinator: 'coordinator',
      administrator: 'administrator',
      auditor: 'auditor',
      guest: 'guest therapist',
    },
  },
}
