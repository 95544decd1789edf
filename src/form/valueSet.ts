import { isRecord, recordsIn, textIn, type Json } from './fileText.ts'

const translation = 'http://hl7.org/fhir/StructureDefinition/translation'

/** The answers of a list that stands within the file itself; nothing where any of them stands elsewhere. */
export function optionsWithin(file: Json, address: unknown): readonly Json[] | undefined {
  if (typeof address !== 'string' || !address.startsWith('#')) return undefined
  const set = containedIn(file).find(({ id }) => id === address.slice(1))
  return set && optionsOf(set)
}

export const containedIn = (file: Json): readonly Json[] => recordsIn(file['contained'])

/** Every answer is in it, by name: half a list would look like a whole one. */
export function optionsOf(set: Json): readonly Json[] | undefined {
  if (set['resourceType'] !== 'ValueSet') return undefined
  return composed(set) ?? expanded(set)
}

function composed({ compose }: Json): Json[] | undefined {
  if (!isRecord(compose) || recordsIn(compose['exclude']).length > 0) return undefined
  const includes = recordsIn(compose['include'])
  const isNamed = (include: Json) =>
    recordsIn(include['concept']).length > 0 && !('filter' in include) && !('valueSet' in include)
  if (includes.length === 0 || !includes.every(isNamed)) return undefined
  return includes.flatMap((include) =>
    recordsIn(include['concept']).map((concept) => optionOf(concept, textIn(include['system']))),
  )
}

function expanded({ expansion }: Json): Json[] | undefined {
  if (!isRecord(expansion)) return undefined
  const all = recordsIn(expansion['contains'])
  const isFlat = all.every((one) => one['abstract'] !== true && recordsIn(one['contains']).length === 0)
  const { total, offset } = expansion
  const isAll = (total === undefined || total === all.length) && (offset === undefined || offset === 0)
  if (all.length === 0 || !isFlat || !isAll) return undefined
  return all.map((one) => optionOf(one, textIn(one['system'])))
}

function optionOf(concept: Json, system: string | undefined): Json {
  const { code, display } = concept
  const said = recordsIn(concept['designation']).map(({ language, value }) => ({
    url: translation,
    extension: [
      { url: 'lang', valueCode: language },
      { url: 'content', valueString: value },
    ],
  }))
  return {
    extension: concept['extension'],
    valueCoding: { system, code, display, ...(said.length > 0 && { _display: { extension: said } }) },
  }
}
