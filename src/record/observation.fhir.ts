import { noLongerHeld, type Row } from './export.ts'
import {
  coding,
  hl7,
  loincSystem,
  numberOf,
  referenceTo,
  resourceOf,
  someone,
  textOf,
  ucum,
  type Resource,
} from './row.fhir.ts'

const quantity = (value: number, unit: string) => ({ value, unit, system: ucum, code: unit })

const codeOf = (text: string, ...codes: readonly string[]) => ({
  coding: codes.length > 0 ? codes.map((code) => coding(loincSystem, code)) : undefined,
  text,
})

const vitalSigns = [{ coding: [coding(`${hl7}/observation-category`, 'vital-signs')] }]

interface Sign {
  readonly suffix: string
  readonly parts: Readonly<Record<string, unknown>>
}

function pressureOf(row: Row): Sign[] {
  const component = [
    { code: '8480-6', text: 'Systolic blood pressure', value: numberOf(row, 'systolic_mmhg') },
    { code: '8462-4', text: 'Diastolic blood pressure', value: numberOf(row, 'diastolic_mmhg') },
  ].flatMap(({ code, text, value }) =>
    value === undefined ? [] : [{ code: codeOf(text, code), valueQuantity: quantity(value, 'mm[Hg]') }],
  )
  if (component.length === 0) return []
  return [
    { suffix: '-bp', parts: { category: vitalSigns, code: codeOf('Blood pressure', '85354-9'), component } },
  ]
}

const signs = [
  { column: 'heart_rate_bpm', suffix: '-hr', text: 'Heart rate', codes: ['8867-4'], unit: '/min' },
  {
    column: 'spo2_percent',
    suffix: '-o2',
    text: 'Oxygen saturation',
    codes: ['2708-6', '59408-5'],
    unit: '%',
  },
  {
    column: 'respirations_per_min',
    suffix: '-rr',
    text: 'Respiratory rate',
    codes: ['9279-1'],
    unit: '/min',
  },
] as const

const signsOf = (row: Row): Sign[] => [
  ...pressureOf(row),
  ...signs.flatMap(({ column, suffix, text, codes, unit }) => {
    const value = numberOf(row, column)
    return value === undefined
      ? []
      : [
          {
            suffix,
            parts: {
              category: vitalSigns,
              code: codeOf(text, ...codes),
              valueQuantity: quantity(value, unit),
            },
          },
        ]
  }),
  ...sedationOf(row),
]

function sedationOf(row: Row): Sign[] {
  const value = numberOf(row, 'sedation_moaas')
  if (value === undefined) return []
  return [{ suffix: '-sed', parts: { code: codeOf('Sedation, MOAA/S, 0 to 5'), valueInteger: value } }]
}

const inVitals = [
  'session_id',
  'taken_at',
  'recorded_by',
  'recorded_at',
  'systolic_mmhg',
  'diastolic_mmhg',
  'heart_rate_bpm',
  'spo2_percent',
  'respirations_per_min',
  'sedation_moaas',
  'doubt',
]

/** What is said of any reading: whose, when, by whom, and whether it still holds. */
const reading = (row: Row, gone: ReadonlySet<unknown>, at: string) => ({
  status: gone.has(row['id']) ? 'entered-in-error' : textOf(row, 'corrects') ? 'corrected' : 'final',
  subject: referenceTo('Patient', row['person_id']),
  encounter: referenceTo('Encounter', row['session_id']),
  effectiveDateTime: textOf(row, at),
  issued: textOf(row, 'recorded_at'),
  performer: [someone(row['recorded_by'])],
  note: textOf(row, 'doubt') ? [{ text: textOf(row, 'doubt') }] : undefined,
})

/** A row that only strikes an earlier one out has no reading of its own: it answers none. */
export function vitalsOf(rows: readonly Row[]): Map<Row, Resource[]> {
  const gone = noLongerHeld(rows)
  return new Map(
    rows.map((row) => [
      row,
      signsOf(row).map(({ suffix, parts }) =>
        resourceOf(row, {
          resourceType: 'Observation',
          suffix,
          carries: inVitals,
          parts: { ...reading(row, gone, 'taken_at'), ...parts },
        }),
      ),
    ]),
  )
}

export function distressOf(rows: readonly Row[]): Resource[] {
  const gone = noLongerHeld(rows)
  return rows.map((row) =>
    resourceOf(row, {
      resourceType: 'Observation',
      carries: ['session_id', 'rating', 'rated_at', 'recorded_by', 'recorded_at', 'doubt'],
      parts: {
        ...reading(row, gone, 'rated_at'),
        code: codeOf('Distress, as the person rated it'),
        valueInteger: numberOf(row, 'rating'),
      },
    }),
  )
}
