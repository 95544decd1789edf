import type { EnquiryView, FindView, ListingView, SentView } from '../find/view.ts'
import type { FitView } from '../fit/view.ts'
import type { LearnView, LostView, SourcesView } from './view.ts'

export type Draw<View> = (view: View) => string

/** Every page of the front door that is drawn on the server, each from its view. */
export interface Pages {
  readonly learn: Draw<LearnView>
  readonly sources: Draw<SourcesView>
  readonly lost: Draw<LostView>
  readonly fit: Draw<FitView>
  readonly find: Draw<FindView>
  readonly listing: Draw<ListingView>
  readonly write: Draw<EnquiryView>
  readonly sent: Draw<SentView>
}

/** The server reads no TSX, so the drawing is built apart and brought in when it is first needed. */
export type Drawn = () => Promise<Pages>

/** What a drawn page loads: addresses of the built files. `door` is on every page, `fit` on the private check. */
export interface DrawnWith {
  readonly styles: readonly string[]
  readonly fonts: readonly string[]
  readonly scripts: Readonly<Partial<Record<DoorScript, string>>>
}

export type DoorScript = 'door' | 'fit'
