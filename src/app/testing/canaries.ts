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
  | 'author'

const team = ['therapist', 'prescriber', 'monitor'] as const

const careTeam = ['self', ...team] as const
const everyoneInIt = ['self', ...team, 'guest'] as const

/**
 * Who may be shown what, written by hand. What a client keeps from some or all (their preparation, an insight and what
 * grew from it) is narrower still, by whom they chose. An insight is its client's alone until they share it.
 */
const readers = {
  contact: [...everyoneInIt, 'coordinator'],
  history: careTeam,
  answer: everyoneInIt,
  /** An answer that was not sent yet: nobody's but theirs who give it. */
  draft: ['self'],
  /** What a member has begun to write down of a client's answers. */
  rating: team,
  /** How a clinician came to a decision. */
  reason: team,
  /** A reason that the client is given with what it is about. */
  explained: everyoneInIt,
  letter: everyoneInIt,
  intention: everyoneInIt,
  belief: everyoneInIt,
  comfort: everyoneInIt,
  signal: everyoneInIt,
  insight: ['self'],
  shared: everyoneInIt,
  plan: careTeam,
  /** What a member wrote about something that waits. */
  task: [...team, 'coordinator'],
  ride: [...careTeam, 'coordinator'],
  ending: [...careTeam, 'coordinator'],
  license: [...careTeam, 'coordinator'],
  note: ['author'],
  /** What someone wrote to the desk; it is in their own record once they are in care. */
  message: ['self', 'coordinator'],
} as const satisfies Record<string, readonly Standing[]>

export type Field = keyof typeof readers
export const fields = Object.keys(readers) as readonly Field[]

/** Every canary in a text that this reader may not see, named by its field and how the reader stands to the person. */
export async function leaks(owner: Owner, text: string, reader: Reader | undefined): Promise<string[]> {
  const found: string[] = []
  for (const [token, field, id] of text.matchAll(shape)) {
    const standings = await standingsOf(owner, reader, uuidOf(id!))
    if (!mayBeShown(field!, standings)) found.push(`${token} shown to ${standings.join(', ')}`)
  }
  return found
}

export const mayBeShown = (field: string, standings: readonly string[]): boolean => {
  const may: readonly string[] = readers[field as Field] ?? []
  return standings.some((standing) => may.includes(standing))
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** How a reader stands to a person now, by the database. Nobody in particular is an outsider, and so is everyone with no standing. */
export async function standingsOf(
  owner: Owner,
  reader: Reader | undefined,
  personId: string,
): Promise<string[]> {
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
       where s.id = $1 and s.person_id = $2 and s.until is null
     union all
     select 'author' from psychotherapy_note_draft n where n.person_id = $2 and $1 = n.author_seat
     union all
     select 'author' from psychotherapy_note n where n.person_id = $2 and $1 = n.author_seat`,
    [reader.seatId, personId],
  )
  const standings = new Set(rows.map(({ standing }) => standing))
  return standings.size > 0 ? [...standings] : ['outsider']
}
