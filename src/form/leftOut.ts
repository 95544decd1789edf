import { isRecord, recordsIn, textIn, type Json } from './fileText.ts'
import type { Note, NoteKind } from './note.ts'
import { extensionsOf, nameOfExtension, type ReadItem } from './questionnaire.ts'
import { containedIn, optionsOf } from './valueSet.ts'

/** Extensions that are read here, each where it stands. */
const read = [
  'variable',
  'minValue',
  'maxValue',
  'questionnaire-unit',
  'questionnaire-hidden',
  'sdc-questionnaire-calculatedExpression',
  'sdc-questionnaire-enableWhenExpression',
]

/** What stands on an item and has no meaning here, whatever the item is. */
export function notesAbout({ id, file, type }: ReadItem): Note[] {
  const made = (kind: NoteKind, detail: string): Note => ({ kind, id, words: wordsOf(file), detail })
  return [
    ...namesIn(file).map((name) => made('extension', name)),
    ...(hasFormat(file) ? [made('format', '')] : []),
    ...(recordsIn(file['initial']).length > 0 ? [made('preset', '')] : []),
    ...(type === 'group' && file['repeats'] === true ? [made('asked-once', '')] : []),
    ...extensionsOf(file).flatMap((each) =>
      nameOfExtension(each) === 'variable' ? [made('extension', 'variable')] : [],
    ),
  ]
}

const wordsOf = (file: Json): string => (textIn(file['text']) ?? '').slice(0, 120)

const namesIn = (file: Json): string[] =>
  [...new Set(extensionsOf(file).map(nameOfExtension))].filter((name) => !read.includes(name)).map(shortened)

/** The words are kept plain; how they were to look is not. */
const hasFormat = (file: Json): boolean =>
  Object.entries(file).some(
    ([name, value]) =>
      name.startsWith('_') &&
      isRecord(value) &&
      extensionsOf(value).some((each) => nameOfExtension(each) !== 'translation'),
  )

const about = [
  'description',
  'purpose',
  'effectivePeriod',
  'useContext',
  'approvalDate',
  'derivedFrom',
  'contained',
]

/** What the file says of itself, which is kept with it and shown to no client. */
export const notesOnWhole = (file: Json): Note[] => [
  ...(file['status'] === 'retired' ? [{ kind: 'retired', id: '', words: '', detail: '' } as const] : []),
  ...about
    .filter((name) => (name === 'contained' ? hasUnread(file) : file[name] !== undefined))
    .map((name): Note => ({ kind: 'about-it', id: '', words: '', detail: name })),
  ...namesIn(file).map((name): Note => ({ kind: 'extension', id: '', words: '', detail: name })),
]

/** Lists of answers are read; anything else that stands within the file is not. */
const hasUnread = (file: Json): boolean => containedIn(file).some((one) => optionsOf(one) === undefined)

const shortened = (name: string): string => name.slice(0, 200)
