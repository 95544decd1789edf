import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { Problem } from '../kernel/problem.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { isCrowded, type Enquiry, type EnquiryKind } from './enquiry.ts'
import { enquiryById } from './enquiry.queries.ts'
import { deskOf, enquiriesLately, shownListing } from './find.queries.ts'
import { addEdition, addEnquiry, addEvent, type Edition } from './find.store.ts'

/** Someone writes to a practice, through one of the people it lists. The desk is told that there is something to read. */
export const sendEnquiry = command(async (tx, enquiry: Enquiry, { careNow }) => {
  const listing = await shownListing(tx, enquiry.listingId)
  if (listing?.practiceId !== tx.actor.practiceId) throw new Problem('not-found')
  const crowded = isCrowded(await enquiriesLately(tx))
  await addEnquiry(tx, enquiry, careNow)
  const desk = await deskOf(tx)
  // By then the desk has been told more than a hundred times.
  if (desk?.address && !crowded) await queueMail(tx, { to: desk.address, ...notice[desk.language] })
  return { id: enquiry.id }
})

/** A mail is read by others too: it says that something waits, and not what, from whom or about what. */
const notice = {
  en: { subject: 'Something to read', text: 'There is something new to read. Sign in to see it.' },
  es: { subject: 'Algo para leer', text: 'Hay algo nuevo para leer. Entre a su cuenta para verlo.' },
}

interface Noted {
  readonly enquiryId: string
  readonly id: string
  readonly kind: EnquiryKind
  readonly note: string
}

/** What became of it: answered, invited, or not now. Each is a fact of its own; the newest says how it stands. */
export const noteEnquiry = command(
  async (tx, noted: Noted, { careNow }) => {
    if (!(await enquiryById(tx, noted.enquiryId))) throw new Problem('not-found')
    const memberId = tx.actor.seatId
    if (memberId === null) throw new Problem('not-allowed')
    await addEvent(tx, { ...noted, memberId, at: careNow })
    return { kind: noted.kind }
  },
  ({ id }) => reasonIn('enquiry_event', id),
)

/** Its writer was taken in: the last word on it, and it waits for nobody any more. */
export const markTakenIn = command(
  async (tx, { enquiryId, id }: { enquiryId: string; id: string }, { careNow }) => {
    const memberId = tx.actor.seatId
    if (memberId === null) throw new Problem('not-allowed')
    await addEvent(tx, { id, enquiryId, kind: 'taken-in', note: '', memberId, at: careNow })
    return { id }
  },
)

/** Lists a person, or shows a newer edition of what they list. */
export const list = command(async (tx, edition: Edition) => {
  await addEdition(tx, edition)
  return { listingId: edition.listingId }
})
