import type { History, KnownItem, Statement } from '../intake/history.ts'
import type { Coded, Coding } from '../intake/terms.ts'
import { day, type Instant } from '../kernel/instant.ts'
import type { CodeList, Question, RuleTable, Validity } from './rules.ts'

/** Everything a rule may look at. */
export interface Facts {
  readonly history: History
  readonly birthDate: string | null
  readonly careNow: Instant
  readonly table: RuleTable
}

const matches = (list: CodeList, { system, code }: Coding): boolean =>
  list.codes.some((listed) => listed.system === system && listed.code === code) ||
  list.starts.some((listed) => listed.system === system && startsWith(code, listed.code))

/** `I71` covers I71 and I71.01, and not I710 of some other system. */
const startsWith = (code: string, category: string): boolean =>
  code === category || code.startsWith(category.includes('.') ? category : `${category}.`)

const onList = (list: CodeList, coded: Coded): boolean =>
  coded.codings.some((coding) => matches(list, coding))

/** What an item says in codes: its own, and for a visit the reasons for it. */
const saysOf = ({ item }: KnownItem): readonly Coded[] => {
  if (item.kind === 'visit') return [item.coded, ...item.reasons]
  if (item.kind === 'measurement' && item.value?.is === 'coded') return [item.coded, item.value.coded]
  return [item.coded]
}

export const listNamed = (table: RuleTable, name: string): CodeList =>
  table.lists[name] ?? { codes: [], starts: [] }

/** Records that stand against: not refuted by a clinician, nor by the sender. */
export const stands = ({ item, standing }: KnownItem): boolean =>
  standing !== 'refuted' && !('verification' in item && item.verification === 'refuted')

export const recordsOn = ({ history, table }: Facts, lists: readonly string[]): KnownItem[] =>
  history.items.filter(
    (known) =>
      stands(known) &&
      known.item.kind !== 'medicine' &&
      lists.some((name) => saysOf(known).some((coded) => onList(listNamed(table, name), coded))),
  )

export interface Taken {
  readonly known: KnownItem
  readonly by: 'code' | 'name'
}

/** Medicines taken now or perhaps now, with whether their code, or only their name, is on the list. */
export function medicinesOn({ history, table }: Facts, name: string): Taken[] {
  const list = listNamed(table, name)
  return history.items.flatMap((known): Taken[] => {
    if (!stands(known) || known.item.kind !== 'medicine' || hasEnded(known.item.status)) return []
    if (onList(list, known.item.coded)) return [{ known, by: 'code' }]
    return isNamed(list, known.item.coded) ? [{ known, by: 'name' }] : []
  })
}

const hasEnded = (status: string): boolean => ['stopped', 'completed', 'cancelled'].includes(status)

function isNamed(list: CodeList, coded: Coded): boolean {
  const said = [coded.text, ...coded.codings.map(({ display }) => display)].join(' ').toLowerCase()
  return (list.names ?? []).some((name) => said.includes(name))
}

export interface Answer {
  readonly statement: Statement
  readonly fresh: boolean
}

export function answerTo({ history, table, careNow }: Facts, id: string): Answer | undefined {
  const statement = history.answers.get(id)
  if (!statement) return undefined
  const valid = validityOf(
    table.questions.find((question) => question.id === id),
    statement.answer,
  )
  return { statement, fresh: valid === null || careNow <= statement.saidAt + valid.days * day }
}

function validityOf(question: Question | undefined, answer: string): Validity | null {
  if (!question) return null
  const own =
    question.kind === 'choice' ? question.options.find(({ value }) => value === answer)?.valid : undefined
  return own ?? question.valid
}
