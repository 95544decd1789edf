import type { output } from 'zod/v4/core'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { type Column, DataTable } from '../platform/ui/DataTable.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { readUnsent } from './invite.contract.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.byhand.en.ts'
import { es } from './words.byhand.es.ts'

const words = { en, es }

type Unsent = output<typeof readUnsent.reply>['mails'][number]

/** Mail that should have left and did not, so that nobody waits for what never went. Nothing where there is none. */
export function UnsentMail() {
  const own = useWords(words).unsent
  const { mailLeaves } = useHere()
  const columns = useColumns()
  const { data, error } = useAsk(readUnsent, {})
  if (!data) return error ? <Refusal refused={error} /> : null
  if (data.mails.length === 0 && mailLeaves) return null
  return (
    <section className="tl-members-part" aria-labelledby="unsent">
      <h2 id="unsent">{own.title}</h2>
      <p className="tl-quiet-words">{mailLeaves ? own.lead : own.noServer}</p>
      {data.mails.length === 0 ? (
        <p>{own.none}</p>
      ) : (
        <DataTable<Unsent>
          caption={own.title}
          hideCaption
          rows={data.mails}
          rowKey={({ to, subject, since }) => `${since} ${to} ${subject}`}
          columns={columns}
        />
      )}
    </section>
  )
}

function useColumns(): readonly Column<Unsent>[] {
  const own = useWords(words).unsent
  const language = useLanguage()
  const tried = ({ tries, gaveUp }: Unsent) =>
    gaveUp ? own.gaveUp : tries === 0 ? own.never : plural(language, tries, own.times)
  return [
    { key: 'to', words: own.to, cell: ({ to }) => (to ? <span translate="no">{to}</span> : own.own) },
    { key: 'subject', words: own.subject, cell: ({ subject }) => subject ?? own.notTold },
    { key: 'since', words: own.since, cell: ({ since }) => <TimeText at={since} /> },
    { key: 'tries', words: own.tries, cell: tried },
  ]
}
