import { randomUUID } from 'node:crypto'
import { list, sendEnquiry } from '../../find/enquiry.commands.ts'
import { inventedListings } from '../../find/demo.content.ts'
import type { Call } from '../../kernel/call.ts'
import type { Db } from '../../platform/db/db.ts'
import { inPractice, nobody, serviceIn } from '../../platform/db/door.ts'

const callOf = (action: string, about: { practiceId: string; now: number; careNow: number }): Call => ({
  action,
  subject: { open: about.practiceId },
  effect: true,
  intentKey: randomUUID(),
  careNow: about.careNow,
  machineNow: about.now,
  personId: null,
  relation: 'practice',
})

/** The invented people that the demo lists, and one question that came in through the door last night. */
export async function openDoor(db: Db, practiceId: string, now: number): Promise<void> {
  const listings = await inventedListings(now)
  for (const { listingId, profile } of listings)
    await inPractice(db, serviceIn(practiceId, 'seed'), (tx, careNow) =>
      list(
        tx,
        { id: randomUUID(), listingId, profile },
        callOf('listing.publish', { practiceId, now, careNow }),
      ),
    )
  const [first] = listings
  if (!first) return
  await inPractice(db, { ...nobody, practiceId }, (tx, careNow) =>
    sendEnquiry(
      tx,
      {
        id: randomUUID(),
        listingId: first.listingId,
        called: 'Kim (demo)',
        reachBy: 'call',
        contact: '555-0142',
        message: 'plain',
        place: '90026',
        language: 'en',
        words:
          'My mood has been low since the spring of the flood, and my therapist told me about this. What would come first?',
      },
      callOf('enquiry.send', { practiceId, now, careNow }),
    ),
  )
}
