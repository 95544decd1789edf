import cohorts from '../../content/outcomes/cohorts.json' with { type: 'json' }

type Said = Readonly<Record<'en' | 'es', string>>

export interface Cohort {
  readonly id: string
  readonly name: string
  readonly instrument: string
  readonly started: number | null
  readonly assessed: number | null
  readonly routes: readonly string[]
  readonly time: Said
  readonly response: number | null
  readonly remission: number | null
  readonly remissionRule: Said | null
  readonly worse: number | null
  readonly mix: Said
  readonly source: string
}

/** What was published about others who were asked the same; context, and never a ranking (clinical.md 10). */
export const cohortsFor = (instrumentId: string): readonly Cohort[] =>
  (cohorts.cohorts as readonly Cohort[]).filter(({ instrument }) => instrument === instrumentId)
