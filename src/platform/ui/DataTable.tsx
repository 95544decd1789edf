import type { ReactNode } from 'react'
import './table.css'

export type Column<Row> = {
  readonly key: string
  readonly words: string
  readonly cell: (row: Row) => ReactNode
  /** Figures line up at their right. */
  readonly figures?: boolean | undefined
}

type Props<Row> = {
  caption: string
  hideCaption?: boolean | undefined
  /** The first column names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of an empty body. */
  empty?: ReactNode
}

/** A real table. On a phone each row stands by itself, each cell under its own heading. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div className="tl-table-frame">
      <table className="tl-table">
        <caption className={hideCaption ? 'tl-sr' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, words, figures }) => (
              <th key={key} scope="col" className={figures ? 'tl-figures' : undefined}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, place) => (
                <Cell key={column.key} column={column} row={row} names={place === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row, names }: { column: Column<Row>; row: Row; names: boolean }) {
  const className = column.figures ? 'tl-figures' : undefined
  if (names)
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  return (
    <td data-words={column.words} className={className}>
      {column.cell(row)}
    </td>
  )
}
