import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { useCellWords, useName } from './lineWords.web.ts'
import type { Protocol } from './protocol.ts'
import { changesBetween, type Change } from './whole.ts'
import { en } from './words.own.en.ts'
import { es } from './words.own.es.ts'
import { en as wholeEn } from './words.whole.en.ts'
import { es as wholeEs } from './words.whole.es.ts'

const words = { en, es }
const whole = { en: wholeEn, es: wholeEs }

/** Line by line what differs: what became of it in a word, and what it said before and says now. */
export function OwnChanges({ title, before, after }: { title: string; before: Protocol; after: Protocol }) {
  const { changes: said } = useWords(words)
  const { sections, silent } = useWords(whole)
  const name = useName()
  const cell = useCellWords()
  return (
    <DataTable
      caption={title}
      columns={[
        {
          key: 'what',
          words: said.what,
          cell: (change: Change) => `${sections[change.section]}: ${name(change)}`,
        },
        { key: 'kind', words: said.became, cell: ({ kind }: Change) => said.kinds[kind] },
        {
          key: 'before',
          words: said.before,
          cell: ({ one }: Change) => (one ? <del>{cell(one)}</del> : silent),
        },
        {
          key: 'after',
          words: said.after,
          cell: ({ other }: Change) => (other ? <ins>{cell(other)}</ins> : silent),
        },
      ]}
      rows={changesBetween(before, after)}
      rowKey={({ section, name: key }) => `${section} ${key}`}
      empty={<p>{said.none}</p>}
    />
  )
}
