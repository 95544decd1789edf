import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { useHere } from '../practice/HereProvider.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import './desk.css'
import { EnquiryAnswer } from './EnquiryAnswer.tsx'
import { readEnquiry } from './enquiry.contract.ts'
import { enquiriesPath } from './EnquiryList.tsx'
import { Standing } from './Standing.tsx'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Read = output<typeof readEnquiry.reply>

/** One person who wrote: how they may be reached and how not, what they said, and what has been done. */
export function EnquiryPage({ enquiryId }: { enquiryId: string }) {
  const { desk } = useWords(words)
  const { data, error } = useAsk(readEnquiry, { enquiryId })
  return (
    <StaffFrame current={enquiriesPath}>
      <div className="tl-desk">
        <LinkButton kind="link" href={enquiriesPath} icon={<Icon name="back" />}>
          {desk.back}
        </LinkButton>
        {data ? <Enquiry read={data} /> : error ? <Refusal refused={error} /> : <Loading />}
      </div>
    </StaffFrame>
  )
}

function Enquiry({ read }: { read: Read }) {
  const { enquiry, events } = read
  const { desk, languages } = useWords(words)
  const { careNow, can } = useHere()
  const facts = [
    { term: desk.reach, detail: <Reach enquiry={enquiry} /> },
    { term: desk.language, detail: languages[enquiry.language] },
    ...(enquiry.place ? [{ term: desk.place, detail: enquiry.place }] : []),
    { term: desk.to, detail: enquiry.writtenTo },
    { term: desk.when, detail: <TimeText at={enquiry.sentAt} now={careNow} /> },
  ]
  return (
    <>
      <header className="tl-desk-head">
        <h1 translate="no">{enquiry.called}</h1>
        <Standing standing={events.at(-1)?.kind ?? null} />
      </header>
      <DefinitionList items={facts} />
      <section className="tl-desk-words">
        <h2>{desk.words}</h2>
        {enquiry.words ? (
          <blockquote className="tl-own-words" lang={enquiry.language} translate="no">
            {enquiry.words}
          </blockquote>
        ) : (
          <p className="tl-quiet-words">{desk.noWords}</p>
        )}
      </section>
      <IntoCare read={read} />
      <Events events={events} />
      {can.includes('enquiry.answer') && <EnquiryAnswer enquiryId={enquiry.id} />}
    </>
  )
}

/** The way into care; and once it was gone, the way to the record. */
function IntoCare({ read: { enquiry, takenInAs, can } }: { read: Read }) {
  const { desk } = useWords(words)
  if (takenInAs !== null)
    return (
      <p>
        <LinkButton href={`/app/people/${takenInAs}/history`}>{desk.record}</LinkButton>
      </p>
    )
  if (!can.takeIn) return null
  return (
    <div className="tl-desk-take-in">
      <LinkButton href={`${enquiriesPath}/${enquiry.id}/take-in`}>{desk.takeIn}</LinkButton>
      <p>{desk.takeInSay}</p>
    </div>
  )
}

/** What may be left there stands beside the number, before anyone dials it. */
function Reach({ enquiry: { reachBy, contact, message } }: { enquiry: Read['enquiry'] }) {
  const { desk } = useWords(words)
  return (
    <>
      <p>
        {desk.reachBy[reachBy]}: <strong translate="no">{contact}</strong>
      </p>
      <p className={message === 'any' ? 'tl-quiet-words' : 'tl-desk-care'}>{desk.messages[message]}</p>
    </>
  )
}

function Events({ events }: { events: Read['events'] }) {
  const { desk } = useWords(words)
  return (
    <section>
      <h2>{desk.happened}</h2>
      {events.length === 0 && <p className="tl-quiet-words">{desk.nothing}</p>}
      <ol className="tl-desk-events">
        {events.map(({ id, kind, note, by, at }) => (
          <li key={id}>
            <p>
              <strong>{desk.kinds[kind]}</strong> <TimeText at={at} /> {desk.by(by)}
            </p>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
