import { can } from '../access/policy.ts'
import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { noteEnquiry } from './enquiry.commands.ts'
import * as contract from './enquiry.contract.ts'
import { enquiriesHere, enquiryById, eventsOf, takenInAs } from './enquiry.queries.ts'

/** What the coordinator reads, and notes. */
export function enquiryRoutes(shell: Shell): void {
  serve(shell, contract.listEnquiries, async (tx) => ({ enquiries: await enquiriesHere(tx) }))
  serve(shell, contract.readEnquiry, async (tx, { enquiryId }) => {
    const enquiry = await enquiryById(tx, enquiryId)
    if (!enquiry) throw new Problem('not-found')
    const personId = (await takenInAs(tx, enquiryId)) ?? null
    const takeIn = personId === null && can(tx.actor.roles, 'person.create', 'practice')
    return { enquiry, events: await eventsOf(tx, enquiryId), takenInAs: personId, can: { takeIn } }
  })
  serve(shell, contract.noteEnquiry, noteEnquiry)
}
