import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import './desk.css'
import { readListings, withdrawListing, type ListingRead, type ListingsRead } from './desk.contract.ts'
import { isConfirmed } from './listing.ts'
import { ListingForm } from './ListingForm.tsx'
import { en } from './words.desk.en.ts'
import { es } from './words.desk.es.ts'

const words = { en, es }

/** Whom the practice lists for anyone to find: seen as they stand, changed, taken down. */
export function ListingsPage() {
  const said = useWords(words)
  const { data, error } = useAsk(readListings, {})
  return (
    <StaffFrame current="/app/enquiries">
      <div className="tl-listings">
        <h1>{said.title}</h1>
        <p className="tl-lead">{said.lead}</p>
        {data ? <Listings read={data} /> : error ? <Refusal refused={error} /> : <Loading />}
      </div>
    </StaffFrame>
  )
}

function Listings({ read }: { read: ListingsRead }) {
  const said = useWords(words)
  const [open, setOpen] = useState<ListingRead | 'new'>()
  if (open)
    return <ListingForm listing={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />
  const add = <Button onPress={() => setOpen('new')}>{said.add}</Button>
  if (read.listings.length === 0)
    return (
      <EmptyState title={said.none} action={add}>
        {said.noneWords}
      </EmptyState>
    )
  return (
    <>
      <ul className="tl-listing-rows">
        {read.listings.map((listing) => (
          <Row
            key={listing.listingId}
            listing={listing}
            today={read.today}
            onChange={() => setOpen(listing)}
          />
        ))}
      </ul>
      {add}
    </>
  )
}

type RowProps = { listing: ListingRead; today: string; onChange: () => void }

function Row({ listing, today, onChange }: RowProps) {
  const said = useWords(words)
  const { profile, listingId, withdrawn, verified } = listing
  const isShown = !withdrawn && verified
  return (
    <li>
      <h2 translate="no">{profile.name}</h2>
      <Stands listing={listing} today={today} />
      <div className="tl-row">
        <Button size="small" onPress={onChange}>
          {said.change}
          <span className="tl-sr">: {profile.name}</span>
        </Button>
        {isShown && (
          <LinkButton size="small" href={`/find/${listingId}`}>
            {said.see}
          </LinkButton>
        )}
        {!withdrawn && <Withdraw listing={listing} />}
      </div>
    </li>
  )
}

function Stands({ listing: { profile, withdrawn, verified }, today }: Omit<RowProps, 'onChange'>) {
  const { states } = useWords(words)
  const place = usePlace()
  if (withdrawn) return <p className="tl-quiet-words">{states.withdrawn}</p>
  if (!verified) return <StatusMark state="waiting">{states.unverified}</StatusMark>
  const { asOf } = profile.openings
  const day = formatDate(Date.parse(`${asOf}T12:00:00Z`), { ...place, timeZone: 'UTC' }, 'date')
  return (
    <>
      <StatusMark state="met">{states.shown}</StatusMark>
      {!isConfirmed(profile.openings, today) && <p>{fill(states.stale, { day })}</p>}
    </>
  )
}

function Withdraw({ listing: { listingId, profile } }: { listing: ListingRead }) {
  const said = useWords(words)
  const [open, setOpen] = useState(false)
  const [id] = useState(newId)
  const { mutate, error, isPending } = useSend(withdrawListing)
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {said.withdraw}
        <span className="tl-sr">: {profile.name}</span>
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={fill(said.withdrawTitle, { name: profile.name })}
        actions={
          <>
            <Button
              kind="act"
              busy={isPending}
              onPress={() => mutate({ listingId, id }, { onSuccess: close })}
            >
              {said.withdraw}
            </Button>
            <Button onPress={close}>{said.keep}</Button>
          </>
        }
      >
        <p>{said.withdrawWords}</p>
        <Refusal refused={error} />
      </Dialog>
    </>
  )
}
