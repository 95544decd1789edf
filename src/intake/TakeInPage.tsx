import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { readEnquiry } from '../find/enquiry.contract.ts'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { useTyped } from '../platform/ui/typed.web.ts'
import { useHere } from '../practice/HereProvider.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import './intake.css'
import { TakeInCheck } from './TakeInCheck.tsx'
import { TakeInForm } from './TakeInForm.tsx'
import { noneTyped, typedFrom, type Typed } from './taking-in-typed.ts'
import { toldBy } from './taking-in.ts'
import type { takeIn } from './taking-in.contract.ts'
import { en } from './words.taking.en.ts'
import { es } from './words.taking.es.ts'

const words = { en, es }

type Wrote = output<typeof readEnquiry.reply>['enquiry']
type Taken = output<typeof takeIn.reply>

/** Someone whom the desk takes in by hand: they called, came by, or were brought by a colleague. */
export function TakeInPage() {
  const said = useWords(words)
  return (
    <StaffFrame current="/app/people">
      <div className="tl-intake">
        <h1>{said.title}</h1>
        <TakingIn enquiry={null} />
      </div>
    </StaffFrame>
  )
}

/** Someone who wrote to the practice: as far as they said who they are, it stands in the fields already. */
export function TakeInWriterPage({ params: { enquiryId } }: { params: { enquiryId: string } }) {
  const said = useWords(words)
  const { data, error } = useAsk(readEnquiry, { enquiryId })
  return (
    <StaffFrame current="/app/enquiries">
      <div className="tl-intake">
        <h1>{said.title}</h1>
        {data ? <TakingIn enquiry={data.enquiry} /> : error ? <Refusal refused={error} /> : <Loading />}
      </div>
    </StaffFrame>
  )
}

/** What is typed, kept while one looks at what they wrote; then what it says and who it may be, and only then the one press. */
function TakingIn({ enquiry }: { enquiry: Wrote | null }) {
  const said = useWords(words)
  const { me } = useHere()
  const [typed, type, forget] = useTyped<Typed>(
    `take in ${enquiry?.id ?? 'by hand'} ${me.seatId}`,
    enquiry ? typedFrom(toldBy(enquiry)) : noneTyped,
  )
  const [checking, check] = useState(false)
  const [taken, take] = useState<Taken>()
  if (taken) return <Done taken={taken} />
  return (
    <>
      {enquiry && <From enquiry={enquiry} />}
      {checking ? (
        <TakeInCheck
          typed={typed}
          enquiryId={enquiry?.id ?? null}
          onBack={() => check(false)}
          onTaken={(done) => {
            take(done)
            forget()
          }}
        />
      ) : (
        <>
          <p className="tl-lead">{said.lead}</p>
          <TakeInForm
            called={enquiry?.called}
            typed={typed}
            onType={(change) => type({ ...typed, ...change })}
            onGo={() => check(true)}
          />
        </>
      )}
    </>
  )
}

function From({ enquiry }: { enquiry: Wrote }) {
  const said = useWords(words)
  return (
    <p>
      {fill(said.from, { name: enquiry.called })} <a href={`/app/enquiries/${enquiry.id}`}>{said.read}</a>
    </p>
  )
}

function Done({ taken: { personId, outcome } }: { taken: Taken }) {
  const { done } = useWords(words)
  return (
    <>
      <Notice title={done[outcome]} state="met">
        {done.next}
      </Notice>
      <div className="tl-intake-actions">
        <LinkButton kind="act" href={`/app/people/${personId}/history`}>
          {done.open}
        </LinkButton>
      </div>
    </>
  )
}
