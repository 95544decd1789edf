import type { cloneDatabase } from '../../platform/testing/clone.ts'

type Owner = Awaited<ReturnType<typeof cloneDatabase>>['owner']

/** Whoever was shown something: the seat they sit in. */
interface Reader {
  readonly seatId: string
}

/** A word that means nothing and stands nowhere else, planted in a sensitive field of one person's record. */
export const canary = (field: Field, personId: string): string =>
  `CANARY-${field}-${personId.replaceAll('-', '')}`

const shape = /CANARY-([a-z]+)-([0-9a-f]{32})/g

/** How a reader stands to the person whose canary they were shown, by the database and not by the policy. */
type Standing =
  | 'self'
  | 'therapist'
  | 'prescriber'
  | 'monitor'
  | 'coordinator'
  | 'administrator'
  | 'auditor'
  | 'guest'
  | 'outsider'

const team = ['therapist', 'prescriber', 'monitor'] as const

/** Who may be shown what, written by hand. An insight is its client's alone until they share it. */
const readers = {
  contact: ['self', ...team, 'coordinator', 'guest'],
  history: ['self', ...team],
  answer: ['self', ...team],
  reason: [...team],
  intention: ['self', ...team, 'guest'],
  belief: ['self', ...team, 'guest'],
  insight: ['self'],
  shared: ['self', ...team, 'guest'],
  note: ['author'],
  message: ['coordinator'],
} as const satisfies Record<string, readonly (Standing | 'author')[]>

export type Field = keyof typeof readers

/** Every canary in a text that this reader may not see, named by its field and how the reader stands to the person. */
export async function leaks(owner: Owner, text: string, reader: Reader | undefined): Promise<string[]> {
  const found: string[] = []
  for (const [token, field, id] of text.matchAll(shape)) {
    const standings = await standingsOf(owner, reader, uuidOf(id!))
    const may: readonly string[] = readers[field as Field] ?? []
    if (!standings.some((standing) => may.includes(standing)))
      found.push(`${token} shown to ${standings.join(', ')}`)
  }
  return found
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

async function standingsOf(owner: Owner, reader: Reader | undefined, personId: string): Promise<string[]> {
  if (!reader) return ['outsider']
  const { rows } = await owner.query<{ standing: string }>(
    `select unnest(m.roles) as standing from member m
       where m.id = $1 and m.disabled_at is null and exists (
         select from care_team t where t.member_id = m.id and t.person_id = $2 and t.until is null)
     union all
     select unnest(m.roles) from member m join person p on p.practice_id = m.practice_id and p.id = $2
       where m.id = $1 and m.roles && array['coordinator', 'administrator', 'auditor'] and m.disabled_at is null
     union all
     select case s.kind when 'client' then 'self' else 'guest' end from seat s
       where s.id = $1 and s.person_id = $2 and s.until is null`,
    [reader.seatId, personId],
  )
  const standings = rows.map(({ standing }) => standing)
  return standings.length > 0 ? standings : ['outsider']
}
