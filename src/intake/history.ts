import { day, type Instant } from '../kernel/instant.ts'
import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import { takenBackIn, type ListSaid, type TakenBack } from './list-said.ts'
import type { HistoryItem } from './referral.ts'
import { earliest, isWhen, type When } from './when.ts'

/** What a clinician said about one imported item, or in answer to one question. A later statement stands in for an earlier one; both are kept. */
export interface Statement {
  readonly id: string
  readonly itemId: string | null
  readonly question: string | null
  readonly answer: string
  readonly on: When | null
  readonly note: string
  /** What the client had told by then, where a question was answered. */
  readonly telling: string | null
  readonly saidBy: string
  readonly saidAt: Instant
}

export const standings = ['confirmed', 'refuted', 'cannot-be-known'] as const
export type Standing = 'to-be-confirmed' | (typeof standings)[number]

export interface KeptItem {
  readonly id: string
  readonly item: HistoryItem
}
export interface KnownItem extends KeptItem {
  readonly standing: Standing
  readonly statement: Statement | null
  /** What the client last said of a line in their own hand. */
  readonly back: TakenBack | null
}
export interface History {
  readonly items: readonly KnownItem[]
  readonly answers: ReadonlyMap<string, Statement>
}

/** Not a question of the rules: whether name, birthday, address and numbers are right. */
export const detailsQuestion = 'details'

/** Details are confirmed until a newer file tells of them again. */
export const areDetailsConfirmed = (
  history: Pick<History, 'answers'>,
  newestReferralAt: Instant | null,
): boolean => {
  const said = history.answers.get(detailsQuestion)
  return said !== undefined && (newestReferralAt === null || said.saidAt >= newestReferralAt)
}

const isStanding = (answer: string): answer is Standing => (standings as readonly string[]).includes(answer)

/** What is known now. All come in the order in which they were made; the last one about a thing stands. */
export function foldHistory(
  items: readonly KeptItem[],
  statements: readonly Statement[],
  said: readonly ListSaid[] = [],
): History {
  const aboutItems = new Map<string, Statement>()
  const answers = new Map<string, Statement>()
  for (const statement of statements) {
    if (statement.itemId !== null) aboutItems.set(statement.itemId, statement)
    else if (statement.question !== null) answers.set(statement.question, statement)
  }
  const back = takenBackIn(said)
  const about = ({ id }: KeptItem) => ({ statement: aboutItems.get(id) ?? null, back: back.get(id) ?? null })
  return { items: items.map((kept) => known(kept, about(kept))), answers }
}

function known(kept: KeptItem, { statement, back }: Pick<KnownItem, 'statement' | 'back'>): KnownItem {
  const answer = statement?.answer ?? ''
  const said = isStanding(answer) ? answer : unspoken(kept)
  return { ...kept, statement, back, standing: isOpenAgain(statement, back) ? 'to-be-confirmed' : said }
}

/** Whether it is still taken is not known any more, until a clinician says what holds; what was not so already stays so. */
const isOpenAgain = (statement: Statement | null, back: TakenBack | null): boolean =>
  back !== null && statement !== null && statement.answer !== 'refuted' && back.at >= statement.saidAt

/** What was measured in this house needs nobody to confirm it; what others wrote does. */
const unspoken = ({ item }: KeptItem): Standing =>
  item.source.type === 'here' ? 'confirmed' : 'to-be-confirmed'

/** A question as the rules ask it: one of some answers, a date (or never), or when something was last done. */
export type Offered =
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'done' }
  | { readonly kind: 'item' }

export interface Said {
  readonly answer: string
  readonly on: When | null
  readonly note: string
}
export type StatementRefusal = 'answer-not-offered' | 'date-missing' | 'date-not-possible' | 'note-missing'

/** "Cannot be known" and "not so" need a word of why; a date must be on the calendar and not ahead of us. */
export function acceptStatement(
  offered: Offered,
  said: Said,
  careNow: Instant,
): Outcome<Said, StatementRefusal> {
  if (!offeredIn(offered).includes(said.answer)) return refuse('answer-not-offered')
  const needsNote = said.answer === 'cannot-be-known' || said.answer === 'refuted'
  if (needsNote && said.note.trim() === '') return refuse('note-missing')
  if (said.answer !== 'on') return accept({ ...said, on: null })
  if (said.on === null) return refuse('date-missing')
  if (!isWhen(said.on) || earliest(said.on) > careNow + day) return refuse('date-not-possible')
  return accept(said)
}

function offeredIn(offered: Offered): readonly string[] {
  if (offered.kind === 'item') return standings
  if (offered.kind === 'done') return ['on']
  return offered.kind === 'date' ? ['on', 'never', 'cannot-be-known'] : [...offered.values, 'cannot-be-known']
}
