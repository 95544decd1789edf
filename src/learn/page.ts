/** A piece of a line: words, words that weigh more, or a mark that points at a source. */
export type Run =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'source'; readonly key: string }

export type Line = readonly Run[]

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line }
  /** Said smaller: how long a part takes, where a number holds. */
  | { readonly kind: 'aside'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  /** Every item opens with a strong word: an hour of the day, a part of the price. */
  | { readonly kind: 'named-list'; readonly items: readonly { readonly name: string; readonly line: Line }[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }

export interface Section {
  readonly id: string
  readonly heading: string
  readonly blocks: readonly Block[]
}

export interface Page {
  readonly title: string
  /** A line larger than the title, for the page that opens the house. */
  readonly headline?: string
  readonly lead: string
  /** What the first page says about this one. */
  readonly teaser: string
  readonly sections: readonly Section[]
}

/**
 * Reads the small part of Markdown that the pages in content/learn are written in: a head of `name: words`, sections
 * `## Heading {#id}`, paragraphs, `- ` lists, pipe tables, `~ ` asides, `**strong**` and `[^key]` for a source.
 * Throws on anything else a section cannot hold, so that a slip in a page fails a test and not a reader.
 */
export function readPage(markdown: string): Page {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? []
  const named = new Map(head.split('\n').map(nameAndWords))
  const demand = (name: string) => named.get(name) ?? fail(`no ${name} in the head of the page`)
  const headline = named.get('headline')
  const [before = '', ...parts] = body.split(/^## /m)
  if (before.trim() !== '') fail(`words before the first section: ${before.trim()}`)
  return {
    title: demand('title'),
    ...(headline !== undefined && { headline }),
    lead: demand('lead'),
    teaser: demand('teaser'),
    sections: parts.map(readSection),
  }
}

const fail = (what: string): never => {
  throw new Error(what)
}

function nameAndWords(row: string): [string, string] {
  const colon = row.indexOf(': ')
  return [row.slice(0, colon), row.slice(colon + 2)]
}

function readSection(text: string): Section {
  const [first = '', ...rest] = text.split('\n')
  const [, heading, id] = /^(.+) \{#([a-z-]+)\}$/.exec(first) ?? []
  if (!heading || !id) return fail(`a section needs a heading and an id: ${first}`)
  const blocks = rest
    .join('\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  return { id, heading, blocks: blocks.map(readBlock) }
}

function readBlock(text: string): Block {
  const rows = text.split('\n')
  if (rows.every((row) => row.startsWith('|'))) return readTable(rows)
  if (rows.every((row) => row.startsWith('- '))) return readList(rows.map((row) => row.slice(2)))
  if (rows.length > 1) return fail(`one paragraph is one row: ${text}`)
  if (text.startsWith('~ ')) return { kind: 'aside', line: readLine(text.slice(2)) }
  return { kind: 'paragraph', line: readLine(text) }
}

function readList(rows: readonly string[]): Block {
  const items = rows.map(readLine)
  const namedItems = items.map(([first, ...line]) =>
    first?.kind === 'strong' ? { name: first.text, line } : undefined,
  )
  const everyNamed = namedItems.filter((item) => item !== undefined)
  return everyNamed.length === items.length
    ? { kind: 'named-list', items: everyNamed }
    : { kind: 'list', items }
}

function readTable(rows: readonly string[]): Block {
  const cells = rows.map((row) =>
    row
      .slice(1, row.lastIndexOf('|'))
      .split('|')
      .map((cell) => readLine(cell.trim())),
  )
  const [head = [], , ...body] = cells
  if (body.some((row) => row.length !== head.length)) fail(`a row is not as wide as the head: ${rows[0]}`)
  return { kind: 'table', head, rows: body }
}

const marked = /\*\*(.+?)\*\*|\[\^([A-Za-z0-9]+)\]/g

function readLine(text: string): Line {
  const line: Run[] = []
  let from = 0
  for (const match of text.matchAll(marked)) {
    if (match.index > from) line.push({ kind: 'words', text: text.slice(from, match.index) })
    const [whole, strong, key = ''] = match
    line.push(strong === undefined ? { kind: 'source', key } : { kind: 'strong', text: strong })
    from = match.index + whole.length
  }
  if (from < text.length) line.push({ kind: 'words', text: text.slice(from) })
  return line
}

/** Every line of a page, in reading order. */
export const linesOf = (page: Page): readonly Line[] =>
  page.sections.flatMap(({ blocks }) => blocks.flatMap(linesIn))

function linesIn(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'paragraph':
    case 'aside':
      return [block.line]
    case 'list':
      return block.items
    case 'named-list':
      return block.items.map(({ name, line }) => [{ kind: 'strong', text: name }, ...line])
    case 'table':
      return [block.head, ...block.rows].flat()
  }
}

/** The keys of the sources a page points at, each once, in the order they are first met. */
export const sourcesOf = (page: Page): readonly string[] => [
  ...new Set(
    linesOf(page).flatMap((line) => line.flatMap((run) => (run.kind === 'source' ? [run.key] : []))),
  ),
]

export const wordsOf = (line: Line): string =>
  line.map((run) => (run.kind === 'source' ? '' : run.text)).join('')
