import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { wordsOf, type Block, type Line, type Run } from './page.ts'
import type { NumberedSource } from './view.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Numbers = ReadonlyMap<string, number>

export const numbersOf = (sources: readonly NumberedSource[]): Numbers =>
  new Map(sources.map(({ key, number }) => [key, number]))

type LinesProps = { line: Line; numbers: Numbers }

export const Words = ({ line, numbers }: LinesProps) =>
  line.map((run, index) => <Piece key={index} run={run} numbers={numbers} />)

function Piece({ run, numbers }: { run: Run; numbers: Numbers }) {
  if (run.kind === 'words') return run.text
  if (run.kind === 'strong') return <strong>{run.text}</strong>
  return <SourceMark number={numbers.get(run.key) ?? 0} />
}

/** A small number that leads to the source at the end of the page. */
function SourceMark({ number }: { number: number }) {
  const { sources } = useWords(words)
  return (
    <sup className="tl-source-mark">
      <a href={`#source-${number}`} aria-label={sources.mark(number)}>
        {number}
      </a>
    </sup>
  )
}

export function BlockOf({ block, numbers }: { block: Block; numbers: Numbers }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words line={block.line} numbers={numbers} />
        </p>
      )
    case 'aside':
      return (
        <p className="tl-quiet-words">
          <Words line={block.line} numbers={numbers} />
        </p>
      )
    case 'list':
      return <PlainList items={block.items} numbers={numbers} />
    case 'named-list':
      return <NamedList items={block.items} numbers={numbers} />
    case 'table':
      return <Comparison head={block.head} rows={block.rows} numbers={numbers} />
  }
}

const PlainList = ({ items, numbers }: { items: readonly Line[]; numbers: Numbers }) => (
  <ul className="tl-dashes">
    {items.map((line, index) => (
      <li key={index}>
        <Words line={line} numbers={numbers} />
      </li>
    ))}
  </ul>
)

type NamedItems = Extract<Block, { kind: 'named-list' }>['items']

/** A name that ends in a stop is a label of its own; one that does not begins its sentence. */
const NamedList = ({ items, numbers }: { items: NamedItems; numbers: Numbers }) =>
  items.every(({ name }) => name.endsWith('.')) ? (
    <dl className="tl-labelled">
      {items.map(({ name, line }) => (
        <div key={name}>
          <dt>{name.slice(0, -1)}</dt>
          <dd>
            <Words line={line} numbers={numbers} />
          </dd>
        </div>
      ))}
    </dl>
  ) : (
    <PlainList
      items={items.map(({ name, line }) => [{ kind: 'strong', text: name }, ...line])}
      numbers={numbers}
    />
  )

type ComparisonProps = { head: readonly Line[]; rows: readonly (readonly Line[])[]; numbers: Numbers }

/** On a phone each row is read downwards, with its column named in every cell; a table of numbers stays a table. */
function Comparison({ head, rows, numbers }: ComparisonProps) {
  const columns = head.map(wordsOf)
  const counts = rows.every(([, ...cells]) => cells.every((cell) => /^\d+$/.test(wordsOf(cell))))
  return (
    <table className={counts ? 'tl-comparison tl-counts' : 'tl-comparison'}>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column} scope="col">
              {index === 0 ? <span className="tl-sr">{column}</span> : column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = [], ...cells], index) => (
          <tr key={index}>
            <th scope="row">
              <Words line={name} numbers={numbers} />
            </th>
            {cells.map((cell, column) => (
              <td key={column} data-column={columns[column + 1]}>
                <Words line={cell} numbers={numbers} />
                {counts && <OutOfHundred count={Number(wordsOf(cell))} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The number beside it, as a length. */
const OutOfHundred = ({ count }: { count: number }) => (
  <svg className="tl-out-of" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect className="tl-out-of-all" width="100" height="4" />
    <rect className="tl-out-of-some" width={count} height="4" />
  </svg>
)
