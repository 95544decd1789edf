import type { DoorView } from '../learn/view.ts'
import type { Asked } from './asked.ts'
import type { Day, Listing } from './listing.ts'
import type { Found } from './place.ts'
import type { Results } from './search.ts'

export interface FindView extends DoorView {
  readonly asked: Asked
  readonly found: Found
  /** Only when a place was found. */
  readonly results?: Results
  readonly today: Day
}

export interface ListingView extends DoorView {
  readonly listing: Listing
  readonly today: Day
}

/** When the desk answers its telephone, as the practice says it. */
export interface Desk {
  readonly practiceId: string
  readonly practice: string
  readonly phone: string | null
  readonly hours: string | null
}

/** Each field that can be refused, by its name in the form, in its order. */
export const enquiryFaults = ['called', 'reachBy', 'contact', 'message', 'place', 'words'] as const
export type EnquiryFault = (typeof enquiryFaults)[number]

export interface EnquiryView extends DoorView {
  readonly listing: Listing
  readonly desk: Desk
  /** Made when the form was opened, so that sending it twice is sending it once. */
  readonly intent: string
  readonly id: string
  readonly typed: Readonly<Record<string, string>>
  readonly faults: readonly EnquiryFault[]
  /** Why it could not be sent, when that is not the fault of a field. */
  readonly refused?: 'too-many' | 'crowded' | 'other'
}

export interface SentView extends DoorView {
  readonly listing: Listing
  readonly desk: Desk
}
