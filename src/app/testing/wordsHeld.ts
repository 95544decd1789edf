import type pg from 'pg'
import { mayBeShown, standingsOf, type Field } from './canaries.ts'
import { heldWords } from './heldWords.ts'

/** Something written about one person, as it stands in the database, with whoever they chose to tell. */
export interface Held {
  readonly where: string
  readonly field: Field
  /** Nobody yet, where someone has only written to the practice. */
  readonly personId: string | null
  readonly practiceId: string
  readonly audience: 'no-one' | 'therapist' | 'team'
  readonly words: string
}

/** What reached someone, and the seat they sat in; none is an outsider. */
export interface Shown {
  readonly text: string
  readonly from: string
  readonly seatId: string | undefined
  /** What this is the answer to carried: a form that is not yet right comes back with what its writer just wrote. */
  readonly sent?: string
}

const plain: readonly string[] = ['code', 'name', 'sealed', 'copy']

/** Whom a client chose to tell, in the database's own words: of a preparation, or of an insight and what grew from it. */
const chosen = {
  preparation: `coalesce((select audience from preparation_reader r where r.course_id = t.course_id order by number desc limit 1), 'team')`,
  insight: `insight_audience(coalesce(t.corrects, t.id))`,
  ofInsight: `insight_audience(t.insight_id)`,
  exercise: `case when t.insight_id is null then 'team' else insight_audience(t.insight_id) end`,
  ofExercise: `(select case when e.insight_id is null then 'team' else insight_audience(e.insight_id) end
    from exercise e where e.id = t.exercise_id)`,
}
const audiences: Readonly<Record<string, string>> = {
  intention: chosen.preparation,
  belief: chosen.preparation,
  comfort: chosen.preparation,
  insight: chosen.insight,
  insight_meaning: chosen.ofInsight,
  change_noticed: chosen.ofInsight,
  exercise: chosen.exercise,
  exercise_log: chosen.ofExercise,
}

const personIn = (table: string): string => {
  if (table === 'person') return 't.id'
  return table.startsWith('enquiry') ? 'null::uuid' : 't.person_id'
}

const parts = Object.entries(heldWords).flatMap(([table, columns]) =>
  Object.entries(columns)
    .filter(([, kind]) => !plain.includes(kind))
    .map(
      ([
        column,
        kind,
      ]) => `select '${table}.${column}' as where, '${kind}' as field, ${personIn(table)} as "personId",
        t.practice_id as "practiceId", ${audiences[table] ?? `'team'`} as audience, t."${column}"::text as words
        from "${table}" t where t."${column}" is not null`,
    ),
)

export async function wordsHeld(owner: pg.Client): Promise<Held[]> {
  const { rows } = await owner.query<Held>(parts.join(' union all '))
  return rows.map((row) =>
    row.field === 'insight' && row.audience !== 'no-one' ? { ...row, field: 'shared' } : row,
  )
}

/** Long enough not to stand anywhere by chance. */
const telling = 12

/** Where one lives, a number to call and a word to stop by: told whole, however short. An address to sign in with is a name. */
const short: readonly Field[] = ['contact', 'message', 'ride', 'signal']
const isShort = ({ field, words }: Pick<Held, 'field' | 'words'>): boolean =>
  short.includes(field) && words.length >= 6 && words.length < 40

/** What would give a text away: each of its sentences that is long enough. A list of answers is told whole. */
export function needlesIn({ field, words }: Pick<Held, 'field' | 'words'>): readonly string[] {
  if (field === 'answer' || field === 'draft' || field === 'rating')
    return [...words.matchAll(/\[[\d, ]{14,}\]/g)].map(([list]) => list.replaceAll(' ', ''))
  if (isShort({ field, words })) return words.includes('@') ? [] : [words]
  const sentences = words.split(/[.!?;:\n]+/).map((sentence) => sentence.trim())
  return sentences.filter(({ length }) => length >= telling)
}

/** As a reader would see it, whatever it was wrapped in: JSON, a page, an address. */
export function plainly(text: string): string {
  const unwrapped = text
    .replaceAll('\\"', '"')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#(?:x27|39);/g, "'")
    .replaceAll('&amp;', '&')
  if (!/^[a-z]+:\/\/\S+$/i.test(text)) return unwrapped
  try {
    return decodeURIComponent(unwrapped.replaceAll('+', ' '))
  } catch {
    return unwrapped
  }
}

type Found = { readonly held: Held; readonly needle: string }

/** Everything in `held` that reached someone who may not read it, as everyone stands now. */
export async function shownToTheWrong(
  owner: pg.Client,
  held: readonly Held[],
  shown: readonly Shown[],
): Promise<string[]> {
  const byNeedle = Map.groupBy(
    held.flatMap((one) => needlesIn(one).map((needle): Found => ({ held: one, needle }))),
    ({ needle }) => needle,
  )
  const standing = remembered(owner)
  const wrong = new Set<string>()
  for (const { text, from, seatId, sent = '' } of shown) {
    const plainText = plainly(text)
    for (const [needle, holders] of byNeedle) {
      if (!plainText.includes(needle) || sent.includes(needle)) continue
      const may = await Promise.all(
        holders.map(async ({ held }) => mayRead(held, await standing(held, seatId))),
      )
      if (!may.includes(true))
        wrong.add(
          `${from}: ${holders[0]!.held.where} shown to ${(await standing(holders[0]!.held, seatId)).join(', ')}`,
        )
    }
  }
  return [...wrong]
}

function mayRead(held: Held, standings: readonly string[]): boolean {
  const told = { 'no-one': ['self', 'author'], therapist: ['self', 'author', 'therapist', 'guest'] }
  const among =
    held.audience === 'team'
      ? standings
      : standings.filter((one) => told[held.audience as 'no-one'].includes(one))
  return mayBeShown(held.field, among)
}

/** Asked once for each reader and each person. */
function remembered(owner: pg.Client) {
  const kept = new Map<string, Promise<string[]>>()
  return ({ personId, practiceId }: Held, seatId: string | undefined): Promise<string[]> => {
    const key = `${personId ?? practiceId} ${seatId}`
    const known = kept.get(key) ?? asked(owner, { personId, practiceId, seatId })
    kept.set(key, known)
    return known
  }
}

async function asked(
  owner: pg.Client,
  {
    personId,
    practiceId,
    seatId,
  }: { personId: string | null; practiceId: string; seatId: string | undefined },
): Promise<string[]> {
  if (!seatId) return ['outsider']
  if (personId !== null) return standingsOf(owner, { seatId }, personId)
  const { rows } = await owner.query<{ standing: string }>(
    'select unnest(roles) as standing from member where id = $1 and practice_id = $2 and disabled_at is null',
    [seatId, practiceId],
  )
  return rows.length > 0 ? rows.map(({ standing }) => standing) : ['outsider']
}
