// Every word a person sees or hears has two languages, so no screen may hold a bare one. The compiler cannot see this.
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { sources } from './sources.mjs'

/** Attributes that are read, by eye or aloud. */
const spoken = new Set(
  'label title hint error alt placeholder caption summary heading detail because clears aria-label aria-description aria-valuetext aria-roledescription aria-placeholder'.split(
    ' ',
  ),
)

const screens = sources.filter((file) => /\.tsx$|\.web\.ts$/.test(file) && !file.endsWith('.test.tsx'))
/** The product's own name is the same in every language. */
const hasLetters = (text) => /\p{L}/u.test(text) && text.trim() !== 'Throughline'

/** The words written in an expression itself: `'Save'`, `` `${n} days` ``, `ready ? 'Yes' : 'No'`, `'a' + b`. */
function written(node) {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return written(node.expression)
  if (ts.isConditionalExpression(node)) return [...written(node.whenTrue), ...written(node.whenFalse)]
  if (ts.isBinaryExpression(node))
    return joins.has(node.operatorToken.kind) ? [node.left, node.right].flatMap(written) : []
  if (ts.isJsxExpression(node)) return node.expression ? written(node.expression) : []
  return []
}

const { PlusToken, BarBarToken, QuestionQuestionToken, AmpersandAmpersandToken } = ts.SyntaxKind
const joins = new Set([PlusToken, BarBarToken, QuestionQuestionToken, AmpersandAmpersandToken])

/** Names of keys, as a keyboard's events carry them. */
const keys = new Set('Enter Escape Shift Tab Home End Backspace Delete Control Alt Meta'.split(' '))
/** What a browser effect writes into a page stands in no tag: two words, one with a capital, or letters only Spanish has. */
const isProse = (text) => /\p{L} \p{L}|[áéíóúñü¿¡]|^\p{Lu}\p{Ll}+[.!?…]?$/u.test(text) && !keys.has(text)
/** For those who work on the product, and for the machine. */
const isForOthers = (node) =>
  ts.isThrowStatement(node) ||
  ts.isImportDeclaration(node) ||
  ts.isTypeNode(node) ||
  (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) ||
  (ts.isCallExpression(node) && node.expression.getText().startsWith('console.'))

/** In a browser effect, every text that reads as words; a screen's are known by where they stand. */
function proseIn(tree, note) {
  const visit = (node) => {
    if (isForOthers(node)) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
      note(node, written(node).filter(isProse))
    ts.forEachChild(node, visit)
  }
  visit(tree)
}

function bareIn(file) {
  const tree = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const found = []
  const note = (node, texts) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
    for (const text of texts.filter(hasLetters))
      found.push(`${file}:${line + 1}: ${JSON.stringify(text.trim())}`)
  }
  const visit = (node) => {
    if (ts.isJsxText(node)) note(node, [node.text])
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) note(node, written(node))
    if (ts.isJsxAttribute(node) && node.initializer && spoken.has(node.name.getText(tree)))
      note(node, written(node.initializer))
    ts.forEachChild(node, visit)
  }
  if (file.endsWith('.tsx')) visit(tree)
  else proseIn(tree, note)
  return found
}

const bare = screens.flatMap(bareIn)
for (const each of bare) console.error(`bare words: ${each}`)
console.log(`strings: ${bare.length} bare words in ${screens.length} screens`)
if (screens.length === 0) console.error('strings read no screen at all')
process.exit(bare.length > 0 || screens.length === 0 ? 1 : 0)
