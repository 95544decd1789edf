import type { Row } from './export.ts'

export type Resource = { readonly resourceType: string; readonly id: string } & Readonly<
  Record<string, unknown>
>

/** Names of ours stand under an address that leads nowhere, so that nobody takes them for someone else's. */
export const ours = 'https://throughline.invalid/fhir'
export const hl7 = 'http://terminology.hl7.org/CodeSystem'
export const loincSystem = 'http://loinc.org'
export const ucum = 'http://unitsofmeasure.org'

export const textOf = (row: Row, name: string): string | undefined => {
  const value = row[name]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
export const numberOf = (row: Row, name: string): number | undefined => {
  const value = row[name]
  return typeof value === 'number' ? value : undefined
}

export const referenceTo = (type: string, id: unknown) =>
  typeof id === 'string' ? { reference: `${type}/${id}` } : undefined

/** Someone at the practice, by the id they have there: a member is not a resource of the record. */
export const someone = (id: unknown) =>
  typeof id === 'string' ? { identifier: { system: `${ours}/seat`, value: id } } : undefined

export const coding = (system: string, code: string, display?: string) => ({ system, code, display })

/** A column as an extension, so that nothing a row says is lost because R4 has no place for it. */
function extensionOf(name: string, value: unknown): object | undefined {
  const url = `${ours}/column/${name}`
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'boolean') return { url, valueBoolean: value }
  if (typeof value === 'number') return { url, valueDecimal: value }
  return { url, valueString: typeof value === 'string' ? value : JSON.stringify(value) }
}

/** What a row says beyond what the resource's own parts carry. */
function restOf(row: Row, carried: readonly string[]): readonly object[] | undefined {
  const rest: object[] = []
  for (const name of Object.keys(row)) {
    if (name === 'id' || name === 'person_id' || carried.includes(name)) continue
    const extension = extensionOf(name, row[name])
    if (extension) rest.push(extension)
  }
  return rest.length > 0 ? rest : undefined
}

interface Made {
  readonly resourceType: string
  /** Columns that `parts` tell; every other one becomes an extension. */
  readonly carries: readonly string[]
  readonly parts: Readonly<Record<string, unknown>>
  /** Where one row becomes several resources. */
  readonly suffix?: string
}

export const resourceOf = (row: Row, { resourceType, carries, parts, suffix = '' }: Made): Resource => ({
  resourceType,
  id: `${String(row['id'])}${suffix}`,
  extension: restOf(row, carries),
  ...parts,
})

/** A fact that has no honest place of its own in R4. */
export const basicOf = (table: string, row: Row): Resource =>
  resourceOf(row, {
    resourceType: 'Basic',
    carries: [],
    parts: {
      code: { coding: [coding(`${ours}/table`, table)], text: table.replaceAll('_', ' ') },
      subject: referenceTo('Patient', row['person_id']),
    },
  })
