// A word that no screen says is translated and kept for nothing, and hides that its screen is gone. The compiler cannot see this.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { sources } from './sources.mjs'

const isWords = (file) => /\/words[^/]*\.(en|es)\.ts$/.test(file)
const english = sources.filter((file) => /\/words[^/]*\.en\.ts$/.test(file))
const code = sources.filter((file) => !isWords(file) && !/\.test\.tsx?$/.test(file))

const treeOf = (file) => {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kind)
}
const isReached = ({ parent }) =>
  ts.isPropertyAccessExpression(parent) || (ts.isElementAccessExpression(parent) && !isLookedInto(parent))

const isLookedInto = (node) =>
  ts.isElementAccessExpression(node) && !ts.isStringLiteralLike(node.argumentExpression)

function nameOf(node) {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  if (ts.isElementAccessExpression(node) && !isLookedInto(node)) return node.argumentExpression.text
  if (ts.isBindingElement(node)) return (node.propertyName ?? node.name).text
  return undefined
}

function noteNamed(node, found) {
  const name = nameOf(node)
  if (name !== undefined) found.names.add(name)
  if (name !== undefined && !isReached(node)) found.whole.add(name)
}

function noteTaken(node, { file, words }) {
  if (ts.isImportDeclaration(node) && node.moduleSpecifier.text.startsWith('.'))
    words.add(join(dirname(file), node.moduleSpecifier.text).replaceAll('\\', '/'))
}

/** What one file says by name, what it hands on or looks into whole, and which files of words it takes. */
function read(file) {
  const found = {
    file,
    names: new Set(),
    whole: new Set(),
    texts: new Set(),
    words: new Set(),
    looksIn: false,
  }
  const visit = (node) => {
    noteTaken(node, found)
    noteNamed(node, found)
    if (isLookedInto(node)) found.looksIn ||= !ts.isPropertyAccessExpression(node.expression)
    if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) found.texts.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(treeOf(file))
  return found
}

const readings = new Map(code.map((file) => [file, read(file)]))
const written = new Set([...readings.values()].flatMap(({ texts }) => [...texts]))
const content = globSync('content/**/*.json')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
/** A code may stand in a longer text: `units.mg/d`. */
const inText = (key) => !/^[\w-]+$/.test(key) && [...written].some((text) => text.includes(key))
const isWritten = (key) => written.has(key) || content.includes(`"${key}"`) || inText(key)

/** Groups whose keys stand nowhere in the code: codes that others make, and codes that are put together. */
const fromElsewhere = new Set([
  'src/audit/words.trail.en.ts: areas', // the first part of an action's name
  'src/find/words.en.ts: titles', // as a listing states them
  'src/intake/words.en.ts: types', // FHIR
  'src/intake/words.en.ts: facts.numberTypes', // HL7
  'src/intake/words.en.ts: item.measured', // what is measured
  'src/intake/words.en.ts: item.units', // UCUM
  'src/intake/words.en.ts: item.unitsMany',
  'src/practice/words.settings.en.ts: room.choices', // minutes
  'src/protocol/words.whole.en.ts: names', // a section and a figure; src/protocol/whole.test.ts holds them to the protocols
  'src/record/words.values.en.ts: values',
  'src/record/words.en.ts: values', // a column and its value; src/record/unprinted.test.ts holds them to the database
])

/** The files that may say these words: those that take them, and the neighbours that take none and are handed them. */
function readersOf(file) {
  const isHanded = (other, { words }) => dirname(other) === dirname(file) && ![...words].some(isWords)
  const near = [...readings].filter(([other, one]) => one.words.has(file) || isHanded(other, one))
  return near.map(([, reading]) => reading)
}

function unusedIn(words, { file, readers, path = [], isWhole = false }) {
  return Object.entries(words).flatMap(([key, said]) => {
    const isNamed = readers.some(({ names }) => names.has(key))
    const isUsed = isNamed || (isWhole && isWritten(key))
    const here = [...path, key]
    if (!isUsed) return [here.join('.')]
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return []
    if (fromElsewhere.has(`${file}: ${here.join('.')}`)) return []
    const whole = !isNamed || readers.some((reader) => reader.whole.has(key))
    return unusedIn(said, { file, readers, path: here, isWhole: whole })
  })
}

/** A file that looks into a name by a code may be looking into these words, at their top. */
function askedOf(file) {
  const readers = readersOf(file)
  return { file, readers, isWhole: readers.some(({ looksIn }) => looksIn) }
}

const unused = []
for (const file of english) {
  const { en } = await import(pathToFileURL(resolve(file)).href)
  for (const key of unusedIn(en, askedOf(file))) unused.push(`${file}: ${key}`)
}
for (const each of unused)
  console.error(`unused words: ${each}. Say them on a screen, or take them out of both languages.`)
console.log(`words: ${unused.length} unused in ${english.length} files`)
if (english.length === 0) console.error('words read no file at all')
process.exit(unused.length > 0 || english.length === 0 ? 1 : 0)
