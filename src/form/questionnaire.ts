import { NotTaken } from './fault.ts'
import { isRecord, recordsIn, textIn, type Json } from './fileText.ts'
import { optionsWithin } from './valueSet.ts'

/** A Questionnaire of R4 as it stands in the file, checked for what it must be to be read at all. */
export interface Read {
  readonly file: Json
  /** Every item, those within others after them. */
  readonly items: readonly ReadItem[]
}

export interface ReadItem {
  readonly id: string
  readonly type: string
  readonly file: Json
  readonly inner: readonly ReadItem[]
}

/** Questions that one form can have here; and items of any kind. */
export const mostQuestions = 200
const mostItems = 600
const deepestGroups = 8

const types = new Set(
  (
    'group display boolean decimal integer date dateTime time string text url choice open-choice attachment ' +
    'reference quantity'
  ).split(' '),
)

export function questionnaireIn(json: unknown): Read {
  if (!isRecord(json) || json['resourceType'] !== 'Questionnaire') throw new NotTaken('not-a-questionnaire')
  ofThisRelease(json)
  const items: ReadItem[] = []
  const seen = new Set<string>()
  const read = (all: unknown, depth: number): ReadItem[] => {
    if (all === undefined) return []
    if (!Array.isArray(all) || !all.every(isRecord)) throw new NotTaken('not-json', 'item')
    if (all.length > 0 && depth > deepestGroups) throw new NotTaken('too-deep')
    return all.map((file) => one(file, depth))
  }
  const one = (file: Json, depth: number): ReadItem => {
    const id = linkIdOf(file)
    if (seen.has(id)) throw new NotTaken('link-id-twice', id)
    seen.add(id)
    if (seen.size > mostItems) throw new NotTaken('too-many-items')
    const inner: ReadItem[] = []
    const item = { id, type: typeOf(file, id), file: withOptions(json, file), inner }
    items.push(item)
    inner.push(...read(file['item'], depth + 1))
    return item
  }
  read(json['item'], 1)
  return { file: json, items }
}

/** A list of answers that stands elsewhere in the same file is as good as one in the question. */
function withOptions(whole: Json, file: Json): Json {
  const within = file['answerOption'] === undefined && optionsWithin(whole, file['answerValueSet'])
  return within ? { ...file, answerOption: within } : file
}

/** R5 renamed what R4 has, and the releases before had other names: what one means must not be read as the other. */
function ofThisRelease(file: Json): void {
  understood(file)
  const meta = isRecord(file['meta']) ? file['meta'] : {}
  const profiles = Array.isArray(meta['profile']) ? meta['profile'].map(String) : []
  const isOther =
    ['copyrightLabel', 'versionAlgorithmString', 'versionAlgorithmCoding'].some((name) => name in file) ||
    /^(5|3|1)\./.test(String(file['fhirVersion'] ?? '')) ||
    profiles.some((profile) => /\|(5|3)\.\d/.test(profile))
  if (isOther) throw new NotTaken('other-release')
}

const ofOtherReleases = ['option', 'options', 'answerConstraint', 'disabledDisplay']

function typeOf(file: Json, id: string): string {
  const { type } = file
  if (type === 'coding' || type === 'question') throw new NotTaken('other-release', id)
  if (ofOtherReleases.some((name) => name in file)) throw new NotTaken('other-release', id)
  if (typeof type !== 'string' || !types.has(type)) throw new NotTaken('unknown-type', id)
  return type
}

/** A modifier may turn what it stands on into its opposite: who does not know it must not read on. */
function understood(file: Json): void {
  const open: unknown[] = [file]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    if ('implicitRules' in next || recordsIn((next as Json)['modifierExtension']).length > 0)
      throw new NotTaken('must-understand', textIn((next as Json)['linkId']))
    open.push(...Object.values(next))
  }
}

const longestLinkId = 255

function linkIdOf({ linkId }: Json): string {
  if (typeof linkId !== 'string' || linkId.trim() === '') throw new NotTaken('no-link-id')
  // Control signs, and the one name that an object has a meaning of its own for.
  const isUsable = linkId.length <= longestLinkId && !/\p{Cc}/u.test(linkId)
  if (!isUsable || linkId === '__proto__') throw new NotTaken('link-id-unusable', linkId)
  return linkId
}

export type Language = 'en' | 'es'
export const otherOf = (language: Language): Language => (language === 'en' ? 'es' : 'en')

/** The language of the file; null where it does not say. */
export function languageOf({ language }: Json): Language | null {
  if (language === undefined) return null
  const [tongue] = String(language).toLowerCase().split(/[-_]/)
  if (tongue !== 'en' && tongue !== 'es') throw new NotTaken('other-language', String(language))
  return tongue
}

export const extensionsOf = (file: unknown): readonly Json[] =>
  isRecord(file) ? recordsIn(file['extension']) : []

const hl7 = 'http://hl7.org/fhir/StructureDefinition/'
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/'

/** The last part of an address that FHIR or SDC gives an extension; the whole address of any other. */
export function nameOfExtension({ url }: Json): string {
  const address = String(url ?? '')
  if (address.startsWith(hl7)) return address.slice(hl7.length)
  return address.startsWith(sdc) ? address.slice(sdc.length) : address
}

export const extensionCalled = (file: unknown, name: string): Json | undefined =>
  extensionsOf(file).find((each) => nameOfExtension(each) === name)

/** The words of an element in the other language, as its translation extension says. */
export function translationOf(file: Json, name: string, language: Language): string | undefined {
  const said = extensionsOf(file[`_${name}`])
    .filter((each) => nameOfExtension(each) === 'translation')
    .map((each) => recordsIn(each['extension']))
    .find(
      (parts) =>
        String(valueOf(parts, 'lang') ?? '')
          .toLowerCase()
          .split(/[-_]/)[0] === language,
    )
  return said && textIn(valueOf(said, 'content'))
}

function valueOf(parts: readonly Json[], url: string): unknown {
  const part = parts.find((each) => each['url'] === url)
  return part && Object.entries(part).find(([name]) => name.startsWith('value'))?.[1]
}
