import type { Figure, InBoth, Protocol, VitalsPlan } from './protocol.ts'

/** The parts of a protocol, in the order of a day of care. */
export const sections = [
  'about',
  'psychotherapy',
  'administration',
  'onSite',
  'people',
  'equipment',
  'rems',
  'order',
  'series',
  'gates',
  'fasting',
  'standing',
  'closing',
  'vitals',
  'limits',
  'timing',
  'discharge',
  'reviews',
  'measures',
] as const
export type Section = (typeof sections)[number]

/** What a name ends in says in what it is counted. */
export const units = [
  'MgPerKg',
  'MmHg',
  'Minutes',
  'Hours',
  'Percent',
  'Years',
  'Months',
  'Days',
  'Mg',
] as const
export type Unit = (typeof units)[number] | ''

/** Of what a list of codes speaks; its words are the screen's. */
export type CodeKind =
  | 'route'
  | 'products'
  | 'forms'
  | 'roles'
  | 'equipment'
  | 'criteria'
  | 'instruments'
  | 'moments'
  | 'confidence'

export type Cell =
  | { readonly is: 'numbers'; readonly values: readonly number[]; readonly unit: Unit }
  | { readonly is: 'span'; readonly from: number; readonly to: number; readonly unit: Unit }
  | {
      readonly is: 'limit'
      readonly watch: number
      readonly call: number | null
      readonly urgent: number | null
    }
  | { readonly is: 'codes'; readonly of: CodeKind; readonly codes: readonly string[] }
  | { readonly is: 'words'; readonly words: readonly InBoth[] }
  | { readonly is: 'present'; readonly present: boolean }

export interface Sourced {
  readonly rule: string
  readonly source?: string | undefined
  readonly tag?: Figure['tag'] | undefined
}

/** One thing that a protocol says, and where it is from. */
export interface Line {
  readonly section: Section
  /** Within its section. */
  readonly name: string
  readonly cell: Cell
  readonly from: Sourced | null
}

type Said = { readonly words: InBoth } & Sourced

export const unitOf = (name: string): Unit => units.find((unit) => name.endsWith(unit)) ?? ''

/** All that an edition says, line by line. A figure that it does not set has no line. */
export function linesOf(protocol: Protocol): Line[] {
  return [
    ...about(protocol),
    ...spoken('administration', protocol.administration),
    ...spoken('onSite', protocol.onSite),
    ...inTheRoom(protocol),
    ...figuresIn('order', protocol.order),
    ...seriesOf(protocol),
    ...figuresIn('gates', protocol.gates),
    ...figuresIn('fasting', protocol.fasting),
    ...figuresIn('standing', protocol.standing),
    ...figuresIn('closing', protocol.closing),
    ...measured(protocol),
    ...ending(protocol),
  ]
}

const sourced = ({ rule, source, tag }: Sourced): Sourced => ({ rule, source, tag })
const codes = (of: CodeKind, all: readonly string[]): Cell => ({ is: 'codes', of, codes: all })

function about({ title, route, products, forms, steps, psychotherapy }: Protocol): Line[] {
  const line = (name: string, cell: Cell): Line => ({ section: 'about', name, cell, from: null })
  return [
    line('title', { is: 'words', words: [title] }),
    line('route', codes('route', [route])),
    line('products', codes('products', products)),
    line('forms', codes('forms', forms)),
    line('steps', { is: 'words', words: steps.map(({ title }) => title) }),
    {
      section: 'psychotherapy',
      name: 'present',
      cell: { is: 'present', present: psychotherapy.present },
      from: sourced(psychotherapy),
    },
    ...spoken('psychotherapy', [psychotherapy]),
  ]
}

const spoken = (section: Section, said: readonly Said[]): Line[] =>
  said.map((one, place) => ({
    section,
    name: `words ${place + 1}`,
    cell: { is: 'words', words: [one.words] },
    from: sourced(one),
  }))

function inTheRoom({ people, equipment, rems }: Protocol): Line[] {
  const place = (name: string, roles: readonly string[]): Line => ({
    section: 'people',
    name,
    cell: codes('roles', roles),
    from: sourced(people),
  })
  return [
    place('guide', people.guide),
    place('medical', people.medical),
    place('reachable', people.reachable),
    ...(people.onSite ? [place('onSite', people.onSite)] : []),
    {
      section: 'equipment',
      name: 'items',
      cell: codes('equipment', equipment.items),
      from: sourced(equipment),
    },
    ...spoken('rems', rems?.attest ?? []),
  ]
}

/** Every figure of a part: one number each, or several that a label names. */
function figuresIn(section: Section, part: object): Line[] {
  return Object.entries(part).flatMap(([name, said]: [string, unknown]) => {
    const figures = (Array.isArray(said) ? said : [said]).filter(isFigure)
    const [first] = figures
    if (!first) return []
    const cell: Cell = { is: 'numbers', values: figures.map(({ value }) => value), unit: unitOf(name) }
    return [{ section, name, cell, from: sourced(first) }]
  })
}

const isFigure = (said: unknown): said is Figure =>
  typeof said === 'object' && said !== null && 'value' in said && typeof said.value === 'number'

const span = ([from, to]: readonly [number, number], unit: Unit): Cell => ({ is: 'span', from, to, unit })

function seriesOf({ series }: Protocol): Line[] {
  const line = (name: 'doses' | 'weeks'): Line => ({
    section: 'series',
    name,
    cell: span(series[name], ''),
    from: sourced(series),
  })
  return [line('doses'), line('weeks')]
}

function measured({ vitals, limits, timing }: Protocol): Line[] {
  const minutes = (name: 'arrivingMinutes' | 'peakMinutes' | 'returningMinutes'): Line => ({
    section: 'timing',
    name,
    cell: span(timing[name], 'Minutes'),
    from: sourced(timing),
  })
  return [
    {
      section: 'vitals',
      name: 'atMinutes',
      cell: { is: 'numbers', values: vitals.atMinutes, unit: 'Minutes' },
      from: sourced(vitals),
    },
    ...(vitals.sparser ? [sparserOf(vitals.sparser)] : []),
    ...figuresIn('vitals', vitals),
    ...Object.entries(limits).map(([name, { watch, call, urgent, ...from }]): Line => ({
      section: 'limits',
      name,
      cell: { is: 'limit', watch, call, urgent },
      from: sourced(from),
    })),
    minutes('arrivingMinutes'),
    minutes('peakMinutes'),
    minutes('returningMinutes'),
    {
      section: 'timing',
      name: 'confidence',
      cell: codes('confidence', [timing.confidence]),
      from: sourced(timing),
    },
  ]
}

const sparserOf = ({ atMinutes, ...from }: NonNullable<VitalsPlan['sparser']>): Line => ({
  section: 'vitals',
  name: 'sparserMinutes',
  cell: { is: 'numbers', values: atMinutes, unit: 'Minutes' },
  from,
})

function ending({ discharge, reviews, measures }: Protocol): Line[] {
  const listed = (name: string, values: readonly number[], unit: Unit): Line[] =>
    values.length === 0
      ? []
      : [{ section: 'reviews', name, cell: { is: 'numbers', values, unit }, from: sourced(reviews) }]
  const one = (value: number | null) => (value === null ? [] : [value])
  return [
    ...figuresIn('discharge', discharge),
    {
      section: 'discharge',
      name: 'criteria',
      cell: codes('criteria', discharge.criteria),
      from: { rule: '4.5' },
    },
    ...listed('afterDoses', reviews.afterDoses, ''),
    ...listed('thenMonths', one(reviews.thenMonths), 'Months'),
    ...listed('afterDays', one(reviews.afterDays), 'Days'),
    {
      section: 'measures',
      name: 'instruments',
      cell: codes('instruments', measures.instruments),
      from: sourced(measures),
    },
    { section: 'measures', name: 'at', cell: codes('moments', measures.at), from: sourced(measures) },
  ]
}

/** A line of either, side by side; `null` where one of them says nothing of it. */
export interface Beside {
  readonly section: Section
  readonly name: string
  readonly one: Line | null
  readonly other: Line | null
  readonly same: boolean
}

/** Two editions, line by line, in the order of the first; what only the other says stands at the end of its section. */
export function beside(one: readonly Line[], other: readonly Line[]): Beside[] {
  const key = ({ section, name }: Line) => `${section} ${name}`
  const [first, second] = [
    new Map(one.map((line) => [key(line), line])),
    new Map(other.map((line) => [key(line), line])),
  ]
  const keys = new Set([...first.keys(), ...second.keys()])
  const all = [...keys].flatMap((each): Beside[] => {
    const pair = { one: first.get(each) ?? null, other: second.get(each) ?? null }
    const line = pair.one ?? pair.other
    if (!line) return []
    const { section, name } = line
    return [{ section, name, ...pair, same: isSame(pair.one, pair.other) }]
  })
  return sections.flatMap((section) => all.filter((pair) => pair.section === section))
}

/** What is done, not where it is from: two protocols may rest one number on different papers. */
const isSame = (one: Line | null, other: Line | null): boolean =>
  one !== null && other !== null && JSON.stringify(one.cell) === JSON.stringify(other.cell)

/** What became of a line between two editions of one protocol. */
export interface Change extends Beside {
  readonly kind: 'changed' | 'added' | 'removed'
}

/** Line by line what a later edition says otherwise than an earlier one, and nothing of what stayed. */
export const changesBetween = (before: Protocol, after: Protocol): Change[] =>
  beside(linesOf(before), linesOf(after))
    .filter(({ same }) => !same)
    .map((pair) => ({ ...pair, kind: kindOf(pair) }))

function kindOf({ one, other }: Beside): Change['kind'] {
  if (one === null) return 'added'
  return other === null ? 'removed' : 'changed'
}
