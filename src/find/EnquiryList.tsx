import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { DataTable, type Column } from '../platform/ui/DataTable.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import './desk.css'
import { listEnquiries } from './enquiry.contract.ts'
import { Standing } from './Standing.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Listed = output<typeof listEnquiries.reply>['enquiries'][number]

export const enquiriesPath = '/app/enquiries'

/** Who wrote to the practice; those who wait stand first, the longest first. What they wrote is opened one at a time. */
export function EnquiryList() {
  const { desk } = useWords(words)
  return (
    <StaffFrame current={enquiriesPath}>
      <div className="tl-desk">
        <h1>{desk.title}</h1>
        <p className="tl-lead">{desk.lead}</p>
        <List />
        <LinkButton href="/app/listings">{desk.listings}</LinkButton>
      </div>
    </StaffFrame>
  )
}

function List() {
  const { desk } = useWords(words)
  const columns = useColumns()
  const { mailLeaves } = useHere()
  const { data, error } = useAsk(listEnquiries, {})
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <DataTable
      caption={desk.title}
      hideCaption
      columns={columns}
      rows={data.enquiries}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={desk.emptyTitle}>{mailLeaves ? desk.emptyWords : desk.emptyNoMail}</EmptyState>
      }
    />
  )
}

function useColumns(): readonly Column<Listed>[] {
  const { desk, languages } = useWords(words)
  const { careNow } = useHere()
  return [
    {
      key: 'who',
      words: desk.who,
      cell: ({ id, called }) => <a href={`${enquiriesPath}/${id}`}>{called}</a>,
    },
    { key: 'standing', words: desk.standing, cell: ({ standing }) => <Standing standing={standing} /> },
    { key: 'when', words: desk.when, cell: ({ sentAt }) => <TimeText at={sentAt} now={careNow} /> },
    { key: 'to', words: desk.to, cell: ({ writtenTo }) => writtenTo },
    { key: 'language', words: desk.language, cell: ({ language }) => languages[language] },
  ]
}
