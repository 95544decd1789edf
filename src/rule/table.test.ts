import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import sources from '../../content/rules/sources.json' with { type: 'json' }
import { shared } from '../platform/testing/shared.ts'
import { wordsIn } from './drug.ts'
import { conditionLists, drugsKnown, measuresKnown, questionsAsked, rules, table } from './rule.content.ts'

const ids: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('fixtures/reference-ids.json', import.meta.url), 'utf8'),
)
const reference = Object.values(ids).flat()
/** Gates of the day and law that have no id of their own there: they bear the number of their row. */
const unnamed = ['3.5 #1', '3.5 #5', '3.5 #6', '3.5 #10', '3.5 #12', '3.5 #13', '3.5 #14', '11.3 DEA']

/** What the reference has no row for: a medicine that is on none of our lists. */
const ours = ['IX-OTHER']

test('every id of the clinical reference is there, and none is there twice', () => {
  expect(reference).toHaveLength(145)
  expect(rules.map(({ id }) => id).toSorted()).toEqual([...reference, ...unnamed, ...ours].toSorted())
})

test('the list of ids is that of the clinical reference', (context) => {
  const [text = ''] = readFileSync(shared(context, 'reference/clinical.md'), 'utf8').split('\n## 8.')
  const rows = text.matchAll(/^\| (DX-NONE|(?:EL|EV|IX|MO|CO|DC)-[A-Z0-9]+[a-c]?) \|/gm)
  expect([...rows].map(([, id]) => id)).toEqual(reference)
})

/** Every number in a rule that is not its version, with what stands beside it. */
function numbersIn(value: unknown, path = ''): { path: string; beside: object }[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'number'
      ? [{ path: `${path}.${key}`, beside: value }]
      : numbersIn(inner, `${path}.${key}`),
  )
}

test('every number carries its unit and its source', () => {
  const numbers = [...rules, ...questionsAsked].flatMap((one) => numbersIn(one, one.id))
  const bare = numbers.filter(
    ({ path, beside }) => !path.endsWith('.version') && !('unit' in beside && 'source' in beside),
  )
  expect(numbers.length).toBeGreaterThan(300)
  expect(bare.map(({ path }) => path)).toEqual([])
})

test('every source is known, and a row without one says that it has none', () => {
  const known = Object.keys(sources.sources)
  expect(rules.flatMap((rule) => rule.sources).filter((key) => !known.includes(key))).toEqual([])
  const bare = rules.filter((rule) => rule.sources.length === 0 && rule.tags.includes('source'))
  expect(bare.map(({ id }) => id)).toEqual([])
})

test('what rests on a proposed default alone never blocks', () => {
  const alone = rules.filter(
    ({ tags, sources: from }) => tags.every((tag) => tag === 'PD') && from.length === 0,
  )
  expect(alone.length).toBeGreaterThan(20)
  expect(alone.filter(({ severity }) => severity === 'block').map(({ id }) => id)).toEqual([])
})

test('nobody has ratified any rule yet, and each says so', () =>
  expect(rules.filter(({ ratifiedBy }) => ratifiedBy !== null)).toEqual([]))

interface Asked {
  readonly question: string
  readonly answers: readonly string[]
}

/** Every question that a clause names, wherever in it, with the answers that it reads. */
function askedIn(value: unknown): Asked[] {
  if (value === null || typeof value !== 'object') return []
  const named = new Map<string, unknown>(Object.entries(value))
  const answers = named.get('answers') ?? {}
  const read = Array.isArray(answers) ? answers.map(String) : Object.keys(answers)
  const keys = named.get('kind') === 'suicide' ? ['screen', 'assessment', 'plan'] : ['question', 'asks']
  const asked = keys.flatMap((key) => {
    const question = named.get(key)
    return typeof question === 'string' ? [{ question, answers: read }] : []
  })
  return [...asked, ...Object.values(value).flatMap(askedIn)]
}

const clauses = rules.flatMap((rule) => rule.clauses)

test('every question is asked by some rule, and every answer a rule reads is one that is offered', () => {
  const asked = clauses.flatMap(askedIn)
  expect([...new Set(asked.map(({ question }) => question))].toSorted()).toEqual(
    questionsAsked.map(({ id }) => id).toSorted(),
  )
  const offered = (id: string) => table.questions.get(id)?.options?.map(({ value }) => value) ?? []
  const strange = asked.flatMap(({ question, answers }) =>
    answers.filter((answer) => !offered(question).includes(answer)).map((answer) => `${question}=${answer}`),
  )
  expect(strange).toEqual([])
})

test('every answer that a rule is asked for is weighed', () => {
  const unread = clauses.flatMap((clause) =>
    clause.kind === 'ask'
      ? (table.questions.get(clause.question)?.options ?? [])
          .filter(({ value }) => !(value in clause.answers))
          .map(({ value }) => `${clause.question}=${value}`)
      : [],
  )
  expect(unread).toEqual([])
})

test('every list, class, measure and rule that a clause names is there, and every one that is there is named', () => {
  const named = (key: string) => {
    const found = [...JSON.stringify(clauses).matchAll(new RegExp(`"${key}":(\\[[^\\]]*\\]|"[^"]*")`, 'g'))]
    return new Set(found.flatMap(([, value = '""']) => [JSON.parse(value) as string | string[]].flat()))
  }
  const classes = new Set(drugsKnown.flatMap((drug) => drug.classes))
  const lists = new Set([...named('list'), ...named('lists')])
  for (const clause of clauses)
    if (clause.kind === 'since' || clause.kind === 'suicide')
      for (const list of clause.evidence) lists.add(list)
  expect([...lists].toSorted()).toEqual(Object.keys(conditionLists).toSorted())
  expect([...named('classes')].filter((name) => !classes.has(name))).toEqual([])
  expect([...named('measures')].toSorted()).toEqual(measuresKnown.map(({ id }) => id).toSorted())
  expect([...named('rules')].filter((id) => !table.byId.has(id))).toEqual([])
})

test('no name or code of a drug means two drugs, and each has a common misspelling or none at all', () => {
  const written = drugsKnown.flatMap(({ ingredient, names, spanish, misspellings, rxnorm }) =>
    [ingredient, ...names, ...spanish, ...misspellings, ...rxnorm].map(
      (name) => [wordsIn(name).join(' '), ingredient] as const,
    ),
  )
  const meanings = Map.groupBy(written, ([name]) => name)
  const twice = [...meanings].filter(([, of]) => new Set(of.map(([, ingredient]) => ingredient)).size > 1)
  expect(twice.map(([name]) => name)).toEqual([])
  expect(drugsKnown.filter(({ misspellings }) => misspellings.length === 0)).toEqual([])
})
