import type { Fault, Setting } from './own.ts'

const fields: Record<Setting | 'titleEn' | 'titleEs', string> = {
  titleEn: 'Name, in English',
  titleEs: 'Name, in Spanish',
  gapHours: 'Between two doses, at least',
  stayMinutes: 'Stays at least',
  atMinutes: 'Measured, in minutes since the dose',
  sparserMinutes: 'Measured where nothing asks for more',
  solidHours: 'Nothing solid for',
  clearHours: 'Nothing clear to drink for',
  afterDoses: 'Reviewed after doses',
  thenMonths: 'Then every',
}

/** `{from}` and `{to}` are the bounds of the field; `{n}` what the field must not go below. */
const faults: Record<Fault, string> = {
  fixed: 'This one has an authority behind it, and stays as it is.',
  range: 'A number from {from} to {to}.',
  sourced: 'No source gives less than {n} hours.',
  peak: 'Not before minute {n}: the medicine is usually at its strongest, or still running in, until then.',
  'clear-over-solid': 'Clear drinks are stopped no earlier than food.',
  ascending: 'Whole numbers, each above the one before, with commas between: 0, 20, 40.',
  before: 'The first is 0: the reading before the dose.',
  'after-stay': 'The last must not come before the stay is over.',
  label: 'The label asks for readings at {n} minutes.',
  fewer: 'Fewer readings than the full plan has.',
  missing: 'This one is needed.',
  taken: 'Another protocol here has this name.',
}

export const en = {
  copy: 'Make a copy of our own',
  edit: 'Change it, as a new edition',
  end: 'Retire it',
  differs: 'What differs from its source',
  newerSource:
    'Its source, {title}, has a newer edition, {version}. This one stays as it was signed; for the newer one, copy it anew.',
  newerCompare: 'Compare with the newer one',
  from: 'Our own, edition {n}. Copied from {title}, edition {version}. Signed by {name} on {day}: {reason}',
  older: 'A later edition stands. Courses that began on this one keep it.',
  ended: 'Retired by {name} on {day}. Courses that run keep it. Why: {reason}',
  ownEdition: '{title}, our own, edition {n}',
  ownEarlier: '{title}, our own, edition {n} (earlier)',
  ownEnded: '{title}, our own, edition {n} (retired)',
  copyTitle: 'A protocol of our own',
  copyLead:
    'A copy of {title}, edition {version}. What has an authority behind it stays; what is a practice setting can be changed here.',
  editTitle: 'A new edition of {title}',
  editLead:
    'Courses that run keep the edition they began on. New courses can begin on this one once it is signed.',
  nobody: 'Only a prescriber can change a protocol.',
  onlyDirector: 'Only {name}, the medical director here, can change a protocol.',
  gone: 'This protocol is not here, or is retired.',
  back: 'Back to the protocols',
  fields,
  listHint: 'Whole numbers with commas between.',
  sparserHint:
    'The full plan always holds for a first journey, a dose above the last, high blood pressure or a sedative on file, and whatever is not known. Empty: the full plan always holds.',
  monthsHint: 'Empty: no further reviews by the calendar.',
  units: { hours: 'hours', months: 'months', minutes: 'minutes' },
  fixed: 'Stays as in the source: {value}',
  faults,
  within: {
    proposed: '{from} · proposed default',
    least: 'At least {n} ({from}).',
    most: 'At most {n} ({from}).',
    label: 'The label asks for readings at {n} minutes ({from}).',
    rule: 'Rule {rule}.',
  },
  see: 'See what changes',
  changes: {
    fromSource: 'What differs from its source',
    fromBefore: 'What differs from edition {n}',
    what: 'Line',
    became: 'What became of it',
    before: 'Before',
    after: 'Now',
    kinds: { changed: 'changed', added: 'added', removed: 'removed' },
    none: 'Nothing differs.',
  },
  reason: 'Why this practice does it so',
  reasonMissing: 'Write why.',
  nothingNew: 'Nothing differs from the edition before. Change something first.',
  sign: 'Sign and publish',
  meaning: 'From now on new courses here can begin on {title}, edition {n}, as shown.',
  endTitle: 'Retire {title}',
  endLead:
    'No new course can begin on it. Courses that run stay as they are, and every edition stays readable.',
  endReason: 'Why',
  endSign: 'Sign',
  endMeaning: 'From now on no new course here begins on {title}.',
}
