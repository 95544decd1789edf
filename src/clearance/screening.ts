import type { Clause, Condition, Rule } from '../rule/rule.ts'
import type { Table } from '../rule/table.ts'

export interface AskedAtScreening {
  readonly questions: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
  readonly evidence: ReadonlySet<string>
}

/** All that may be asked, measured or fetched before somebody is cleared, by the rules themselves. */
export function askedAtScreening({ rules }: Pick<Table, 'rules'>): AskedAtScreening {
  const clauses = rules
    .filter(({ scope }) => scope.includes('screen'))
    .flatMap(({ clauses: each }) => each as readonly Clause[])
  return {
    questions: new Set(clauses.flatMap(questionsIn)),
    measures: new Set(clauses.flatMap((clause) => (clause.kind === 'number' ? clause.measures : []))),
    evidence: new Set(clauses.flatMap((clause) => (clause.kind === 'evidence' ? [clause.evidence] : []))),
  }
}

function questionsIn(clause: Clause): string[] {
  const needs = (clause.needs ?? []).flatMap(conditionAsks)
  return [...needs, ...ownQuestions(clause)]
}

const conditionAsks = ({ answered, answeredNot }: Condition): string[] =>
  [answered, answeredNot].flatMap((one) => one?.question ?? [])

type Named = { readonly question: string } | undefined | null

/** Each kind of clause names its questions where it needs them. */
function ownQuestions(clause: Clause): string[] {
  const softened: Named = 'softened' in clause ? clause.softened : undefined
  return [...questionsOf(clause), ...named(softened)]
}

type Asking<Kind extends Clause['kind']> = (clause: Extract<Clause, { kind: Kind }>) => string[]
const asking: { readonly [Kind in Clause['kind']]?: Asking<Kind> } = {
  ask: ({ question }) => [question],
  record: ({ asks }) => optional(asks),
  since: ({ question }) => [question],
  gap: ({ question }) => [question],
  dated: ({ question }) => [question],
  number: ({ unless }) => named(unless),
  suicide: ({ screen, assessment, plan }) => [screen, ...optional(assessment ?? undefined), plan],
  evidence: ({ told, windows }) => [
    ...named(told),
    ...windows.flatMap(({ when }) => (when ? conditionAsks(when) : [])),
  ],
  medicine: ({ together }) => named(together?.answered),
}

const questionsOf = (clause: Clause): string[] =>
  (asking[clause.kind] as ((clause: Clause) => string[]) | undefined)?.(clause) ?? []

const named = (one: Named): string[] => (one ? [one.question] : [])
const optional = (question: string | undefined): string[] => (question === undefined ? [] : [question])

/**
 * The part of the interview a rule belongs to, by the letters of its id (clinical.md 1.2): the heart, the nerves, the body, pregnancy,
 * the mind, substances, breathing; what is neither is told at the end.
 */
export const topics = [
  'heart',
  'nerves',
  'body',
  'pregnancy',
  'mind',
  'substances',
  'breathing',
  'other',
] as const
export type Topic = (typeof topics)[number]

const topicOf = ({ id }: Rule): Topic => {
  const letters = /^EL-([A-Z]+)/.exec(id)?.[1] ?? ''
  return byLetters[letters] ?? 'other'
}
const byLetters: Readonly<Record<string, Topic>> = {
  C: 'heart',
  N: 'nerves',
  E: 'body',
  H: 'body',
  R: 'body',
  U: 'body',
  P: 'body',
  W: 'body',
  PG: 'pregnancy',
  M: 'mind',
  S: 'substances',
  B: 'breathing',
}

/** Where each question of screening is asked: with the first rule that puts it. */
export function topicsOf({ rules }: Pick<Table, 'rules'>): ReadonlyMap<string, Topic> {
  const found = new Map<string, Topic>()
  for (const rule of rules.filter(({ scope }) => scope.includes('screen')))
    for (const question of (rule.clauses as readonly Clause[]).flatMap(questionsIn))
      if (!found.has(question)) found.set(question, topicOf(rule))
  return found
}
