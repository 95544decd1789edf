import type { ProblemKind } from '../kernel/problem.ts'
import type { Page } from './page.ts'
import type { Slug } from './slug.ts'
import type { Source } from './source.ts'

type Language = 'en' | 'es'

/** What every page of the front door is drawn from, besides its own content. */
export interface DoorView {
  readonly language: Language
  /** This page's address, without its language. */
  readonly path: string
}

/** A source with the number it bears on this page. */
export interface NumberedSource extends Source {
  readonly number: number
}

export interface Shelved {
  readonly slug: Slug
  readonly title: string
  readonly teaser: string
}

export interface LearnView extends DoorView {
  readonly slug: Slug
  readonly page: Page
  readonly sources: readonly NumberedSource[]
  readonly checkedOn: string
  /** Every page with its title, in reading order. */
  readonly shelf: readonly Shelved[]
}

/** A page that could not be shown. */
export interface LostView extends DoorView {
  readonly kind: ProblemKind
  /** A short id by which the fault can be found; only where it was ours. */
  readonly reference?: string
}

export interface SourcesView extends DoorView {
  readonly sources: readonly NumberedSource[]
  readonly checkedOn: string
}
