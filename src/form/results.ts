import { BeyondUs, pathOf, withinPath, type Path } from '../instrument/path.ts'
import type { NotScored, OwnForm, Result } from '../instrument/ownForm.ts'
import { isRecord, textIn, type Json } from './fileText.ts'
import { extensionCalled, extensionsOf, nameOfExtension, type ReadItem } from './questionnaire.ts'
import type { Question } from './questions.ts'

type Worked = Pick<OwnForm, 'variables' | 'results' | 'notScored'>

interface Known {
  readonly path: Path
  /** The questions it stands on; and whether it says itself what a missing answer means. */
  readonly stands: readonly string[]
  readonly guarded: boolean
  /** Weights are asked of a question some of whose answers have none; and of one where that makes it no score. */
  readonly partly: string | undefined
  readonly light: string | undefined
}

/** All letters of all paths of one form: several times those of the longest there is. */
const mostLetters = 200_000

/** What the file works out, as far as it is said in the part of FHIRPath that is worked out here. */
export function resultsIn(
  file: Json,
  items: readonly ReadItem[],
  asked: ReadonlyMap<string, Question>,
): Worked {
  const known = new Map<string, Known>()
  const variables: OwnForm['variables'][number][] = []
  const notScored: NotScored[] = []
  const left = { letters: mostLetters }
  const read = (path: string) => knownOf(path, { known, asked, items, left })
  for (const { name, expression } of variablesIn(file)) {
    const found = read(expression)
    if ('beyond' in found)
      notScored.push({ id: `%${name}`, words: '', path: expression, because: found.beyond })
    else {
      known.set(name, found)
      variables.push({ name, path: expression })
    }
  }
  const results: Result[] = []
  for (const item of items) {
    const said = calculatedIn(item)
    if (!said) continue
    const found = 'beyond' in said ? said : whole(read(said.path))
    const words = textIn(item.file['text']) ?? item.id
    if ('beyond' in found) notScored.push({ id: item.id, words, path: pathIn(said), because: found.beyond })
    else results.push(resultOf(item, words, { ...found, text: pathIn(said) }))
  }
  return { variables, results, notScored }
}

/** What is too low where an answer weighs nothing is no score, unless the path says itself what it means by that. */
const whole = (found: Known | Beyond): Known | Beyond =>
  'light' in found && found.light !== undefined && !found.guarded
    ? { beyond: `${found.light && `${found.light}: `}weight()` }
    : found

type Beyond = { readonly beyond: string; readonly path?: string }
type Calculated = { readonly path: string } | Beyond

const pathIn = (said: Calculated): string => said.path ?? ''

function variablesIn(file: Json): { readonly name: string; readonly expression: string }[] {
  return extensionsOf(file)
    .filter((each) => nameOfExtension(each) === 'variable')
    .flatMap(({ valueExpression: said }) => {
      if (!isRecord(said)) return []
      const { name, language, expression } = said
      const isPath = language === 'text/fhirpath' && typeof expression === 'string'
      return typeof name === 'string' ? [{ name, expression: isPath ? expression : `${language}` }] : []
    })
}

const kinds: Readonly<Record<string, Result['kind']>> = {
  decimal: 'number',
  integer: 'number',
  string: 'word',
  text: 'word',
  boolean: 'word',
}

function calculatedIn({ file, type }: ReadItem): Calculated | undefined {
  const said = extensionCalled(file, 'sdc-questionnaire-calculatedExpression')?.['valueExpression']
  if (said === undefined) return undefined
  const { language, expression } = isRecord(said) ? said : {}
  const path = typeof expression === 'string' ? expression : ''
  if (language !== 'text/fhirpath') return { beyond: String(language), path }
  return kinds[type] ? { path } : { beyond: type, path }
}

interface Reading {
  readonly known: ReadonlyMap<string, Known>
  readonly asked: ReadonlyMap<string, Question>
  readonly items: readonly ReadItem[]
  readonly left: { letters: number }
}

function knownOf(text: string, reading: Reading): Known | { readonly beyond: string } {
  try {
    reading.left.letters -= text.length
    if (reading.left.letters < 0) return { beyond: '…' }
    const path = pathOf(text)
    const all = withinPath(path)
    const used = all.flatMap((each) => (each.kind === 'named' ? [each.name] : []))
    const unknown = used.find((name) => !reading.known.has(name))
    if (unknown !== undefined) return { beyond: `%${unknown}` }
    const before = used.map((name) => reading.known.get(name)!)
    const own = standsOf(all, reading)
    const guarded = all.some(asksWhetherSaid) || before.some((each) => each.guarded)
    return {
      path,
      stands: [...new Set([...own, ...before.flatMap((each) => each.stands)])],
      guarded,
      ...lightness({ all, own, before }, reading),
    }
  } catch (cause) {
    if (cause instanceof BeyondUs) return { beyond: cause.word }
    throw cause
  }
}

const asksWhetherSaid = (path: Path): boolean =>
  path.kind === 'call' && ['exists', 'empty', 'count', 'all'].includes(path.name)

const weighs = (path: Path): boolean =>
  path.kind === 'call' && (path.name === 'weight' || path.name === 'ordinal')

interface Made {
  readonly all: readonly Path[]
  readonly own: readonly string[]
  readonly before: readonly Known[]
}

/**
 * Weights of answers that weigh nothing are no number. Put together with others over which some do not, they are too low and look
 * whole; by itself such an answer leaves the number open, as it should.
 */
function lightness({ all, own, before }: Made, reading: Reading): Pick<Known, 'partly' | 'light'> {
  const { bare, some } = all.some(weighs) ? lackingIn(own, namesIn(all), reading) : {}
  const partly = some ?? before.find((each) => each.partly !== undefined)?.partly
  const light = bare ?? (all.some(gathers) ? partly : undefined)
  return { partly, light: light ?? before.find((each) => each.light !== undefined)?.light }
}

/** A question none of whose answers weighs anything, where it is named or there is no other; and one where some do not. */
function lackingIn(own: readonly string[], named: ReadonlySet<string>, { asked }: Reading) {
  const chosen = own.filter((id) => asked.get(id)!.offers.length > 0)
  const lacking = (id: string) => asked.get(id)!.offers.filter(({ weight }) => weight === null).length
  const isBare = (id: string) => lacking(id) === asked.get(id)!.offers.length
  return {
    bare: chosen.find((id) => isBare(id) && named.has(id)) ?? (chosen.every(isBare) ? '' : undefined),
    some: chosen.find((id) => lacking(id) > 0 && !isBare(id)),
  }
}

const gathers = (path: Path): boolean =>
  path.kind === 'call' && ['sum', 'avg', 'min', 'max', 'aggregate'].includes(path.name)

const namesIn = (all: readonly Path[]): ReadonlySet<string> =>
  new Set(all.flatMap((each) => (each.kind === 'value' ? [String(each.value)] : [])))

/** The questions it names; those of the parts that it names, where it names none; else every one that counts. */
function standsOf(all: readonly Path[], { asked, items }: Reading): readonly string[] {
  const said = namesIn(all)
  const questions = [...asked.keys()].filter((id) => said.has(id))
  if (questions.length > 0) return questions
  const parts = items.filter(({ id, inner }) => said.has(id) && inner.length > 0)
  const within = parts.flatMap((part) => below(part)).filter((id) => asked.has(id))
  if (within.length > 0) return within
  const touches = all.some(({ kind }) => kind === 'resource')
  return touches ? [...asked.values()].filter(counts).map(({ item }) => String(item.id)) : []
}

const below = ({ inner }: ReadItem): string[] => inner.flatMap((each) => [each.id, ...below(each)])

const counts = ({ offers, item }: Question): boolean =>
  item.range !== undefined || offers.some(({ weight }) => weight !== null)

type Found = Known & { readonly text: string }

const resultOf = ({ id, type }: ReadItem, words: string, { text, stands, guarded }: Found): Result => ({
  id,
  words,
  path: text,
  kind: kinds[type] ?? 'word',
  stands,
  needs: guarded ? null : stands,
})
