export const sourceKinds = [
  'trial',
  'pooled',
  'group',
  'survey',
  'review',
  'label',
  'authority',
  'clinic',
  'law',
  'practice',
  'common',
] as const
export const certainties = ['good', 'some', 'little', 'none'] as const

/** Where a line of a page comes from. `key` is the key of the clinical reference the project keeps. */
export interface Source {
  readonly key: string
  /** Who says it: authors, an agency, a company. Not translated. */
  readonly by: string
  readonly year?: number
  readonly title: string
  readonly kind: (typeof sourceKinds)[number]
  /** How many people were in it. */
  readonly people?: number
  readonly sure: (typeof certainties)[number]
  /** The weak spot, in plain words. */
  readonly limit: { readonly en: string; readonly es: string }
  readonly address?: string
}

export interface Sources {
  /** The day the sources were last read. */
  readonly checkedOn: string
  readonly sources: readonly Source[]
}
