/** Invented forms; nobody's. */
interface Extra {
  readonly [name: string]: unknown
}

const weight = (valueDecimal: number) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  valueDecimal,
})
export const calculated = (expression: string) => ({
  url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
  valueExpression: { language: 'text/fhirpath', expression },
})
/** The same in Spanish, as FHIR has it. */
export const says = (content: string) => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/translation',
      extension: [
        { url: 'lang', valueCode: 'es' },
        { url: 'content', valueString: content },
      ],
    },
  ],
})

/** `minValue` or `maxValue`, in the type of its question. */
export const limit = (name: string, value: Extra) => ({
  url: `http://hl7.org/fhir/StructureDefinition/${name}`,
  ...value,
})

const often = [
  ['never', 'Never', 'Nunca'],
  ['some', 'Some days', 'Algunos días'],
  ['most', 'Most days', 'Casi todos los días'],
].map(([code, display, other], place) => ({
  extension: [weight(place)],
  valueCoding: { system: 'urn:invented', code, display, _display: says(other!) },
}))

const weights = (ids: readonly string[]) =>
  ids.map(
    (id) => `%resource.item.where(linkId = 'sleep').item.where(linkId = '${id}').answer.value.ordinal()`,
  )

export const sumOf = (...ids: readonly string[]): string => weights(ids).join(' + ')

const choice = (linkId: string, text: string, other: string) => ({
  linkId,
  type: 'choice',
  text,
  _text: says(other),
  required: true,
  answerOption: often,
})

const hours = {
  linkId: 'q2.1',
  type: 'integer',
  text: 'How many hours before the alarm?',
  _text: says('¿Cuántas horas antes del despertador?'),
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
    { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 12 },
  ],
  enableWhen: [{ question: 'q2', operator: '!=', answerCoding: { system: 'urn:invented', code: 'never' } }],
}

const nights = {
  linkId: 'sleep',
  type: 'group',
  text: 'Your nights',
  _text: says('Sus noches'),
  item: [
    choice('q1', 'I lay awake', 'Estuve sin dormir'),
    choice('q2', 'I woke early', 'Me desperté temprano'),
    hours,
    {
      linkId: 'safe',
      type: 'boolean',
      text: 'I thought of ending my life',
      _text: says('Pensé en terminar con mi vida'),
    },
    { linkId: 'why', type: 'text', text: 'What keeps you awake?', _text: says('¿Qué le quita el sueño?') },
  ],
}

const score = (linkId: string, text: string, expression: string) => ({
  linkId,
  type: 'decimal',
  text,
  readOnly: true,
  extension: [calculated(expression)],
})

/** A form with a scored sum, a skip, words of one's own, a number, a question about harm, and a score that is beyond us. */
export const invented = (extra: Extra = {}) => ({
  resourceType: 'Questionnaire',
  url: 'https://invented.example/Questionnaire/nights',
  version: '2.0',
  language: 'en',
  title: 'Nights, invented',
  _title: says('Noches, inventado'),
  status: 'active',
  copyright: 'Invented for a test. Nobody owns it.',
  item: [
    nights,
    score('sum', 'Nights, in all', sumOf('q1', 'q2')),
    score('odd', 'A score of another kind', "%resource.item.answer.value.resolve().trace('x')"),
  ],
  ...extra,
})

export const textOf = (file: unknown): string => JSON.stringify(file)
