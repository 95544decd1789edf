export const en = {
  title: 'A questionnaire as a file',
  lead: 'Each answer in an exported record names its questionnaire and version. Here is that questionnaire by itself, as FHIR R4: its questions, what each answer counts and how it is scored.',
  which: 'Questionnaire',
  choose: 'Choose one',
  language: 'Language',
  languages: { en: 'English', es: 'Spanish' },
  unworded:
    'The file has every place and its scoring, and not the words: no one may give those out in this language.',
  get: 'Save the file',
}
