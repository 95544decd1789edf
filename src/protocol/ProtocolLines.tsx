import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { useCellWords, useName, useSource } from './lineWords.web.ts'
import type { Beside } from './whole.ts'
import { en } from './words.whole.en.ts'
import { es } from './words.whole.es.ts'

const words = { en, es }

type Props = {
  caption: string
  pairs: readonly Beside[]
  one: string
  /** Undefined where nothing stands beside it. */
  other: string | undefined
}

/** One section: what it says, what the other says of the same, and where each is from. */
export function ProtocolLines({ caption, pairs, one, other }: Props) {
  const { columns } = useWords(words)
  const name = useName()
  const said = useCellWords()
  const from = useSource()
  const differs = ({ same }: Beside) => (other !== undefined && !same ? 'tl-protocol-differs' : undefined)
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { key: 'what', words: columns.what, cell: name },
        {
          key: 'one',
          words: one,
          cell: (pair: Beside) => <span className={differs(pair)}>{said(pair.one)}</span>,
        },
        ...(other === undefined
          ? []
          : [
              {
                key: 'other',
                words: other,
                cell: (pair: Beside) => <span className={differs(pair)}>{said(pair.other)}</span>,
              },
            ]),
        {
          key: 'from',
          words: columns.from,
          cell: (pair: Beside) => from((pair.one ?? pair.other)?.from ?? null),
        },
      ]}
      rows={pairs}
      rowKey={({ section, name: key }) => `${section} ${key}`}
    />
  )
}
