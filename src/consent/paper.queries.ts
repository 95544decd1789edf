import { sql } from 'kysely'
import type { Factor } from '../access/confirmation.ts'
import { isWholeIn } from '../access/signed.content.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Paper } from './paper.contract.ts'
import { paperSecondText, paperState, paperText, type PaperEnd, type PaperSaid } from './paper.ts'
import type { Withdrawal } from './state.ts'

/** An attestation as it is stored. */
interface Attested {
  readonly id: string
  readonly documentHash: string
  readonly by: string
  readonly name: string
  readonly at: Instant
  readonly confirmationId: string
  readonly factor: Factor
  readonly seal: string
}

interface End {
  readonly how: PaperEnd
  readonly at: Instant
  readonly name: string
  readonly reason: string | null
}

export interface StoredPaper {
  readonly said: PaperSaid
  readonly first: Attested
  readonly second: Attested | null
  /** The earliest first. */
  readonly ends: readonly End[]
}

const attested = (
  t: string,
) => sql`'id', ${sql.ref(`${t}.id`)}, 'documentHash', ${sql.ref(`${t}.document_hash`)},
  'by', ${sql.ref(`${t}.attested_by`)}, 'at', as_ms(${sql.ref(`${t}.attested_at`)}),
  'confirmationId', ${sql.ref(`${t}.confirmation_id`)}, 'factor', ${sql.ref(`${t}.factor`)}, 'seal', ${sql.ref(`${t}.seal`)},
  'name', (select m.name from member m where m.practice_id = ${sql.ref(`${t}.practice_id`)} and m.id = ${sql.ref(`${t}.attested_by`)})`

/** Every consent on paper that was brought in about a person, the newest first. */
export async function papersOf(tx: PracticeTx, personId: string): Promise<StoredPaper[]> {
  const rows = await tx
    .selectFrom('paper_consent as p')
    .select(['p.form_name as formName', 'p.form_version as formVersion', 'p.signed_on as signedOn'])
    .select([
      'p.signer_name as signerName',
      'p.signed_as as signedAs',
      'p.language',
      'p.kept_where as keptWhere',
    ])
    .select(sql<Attested>`json_build_object(${attested('p')})`.as('first'))
    .select(
      sql<Attested | null>`(select json_build_object(${attested('s')}) from paper_consent_second s
        where s.practice_id = p.practice_id and s.paper_id = p.id)`.as('second'),
    )
    .select(
      sql<
        End[]
      >`(select coalesce(json_agg(json_build_object('how', e.how, 'at', as_ms(e.ended_at), 'reason', e.reason,
          'name', coalesce((select m.name from member m where m.practice_id = e.practice_id and m.id = e.ended_by),
            (select n.given_name from person n where n.practice_id = e.practice_id and n.id = e.ended_by)))
          order by e.ended_at, e.id), '[]')
        from paper_consent_end e where e.practice_id = p.practice_id and e.paper_id = p.id)`.as('ends'),
    )
    .where('p.practice_id', '=', tx.actor.practiceId)
    .where('p.person_id', '=', personId)
    .orderBy('p.attested_at', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map(({ first, second, ends, ...said }) => ({ said, first, second, ends }))
}

/** Both attestations say what was signed, by these hands, of this person, then. */
function isWhole(tx: PracticeTx, personId: string, { said, first, second }: StoredPaper): boolean {
  const holds = (one: Attested, text: string) =>
    isWholeIn(
      tx,
      { ...one, personId, practiceId: tx.actor.practiceId, signedAt: one.at, signedBy: one.by },
      { sealed: [text], unsealed: [] },
    )
  if (!holds(first, paperText(personId, first.id, said))) return false
  return (
    second === null ||
    (second.by !== first.by && holds(second, paperSecondText(first.id, first.documentHash)))
  )
}

interface Looked {
  readonly personId: string
  readonly withdrawals: readonly Withdrawal[]
  readonly careNow: Instant
}

/** How it stands with one of them. */
export const stateOf = (tx: PracticeTx, paper: StoredPaper, { personId, withdrawals, careNow }: Looked) =>
  paperState(
    {
      signedOn: paper.said.signedOn,
      attestedAt: paper.first.at,
      whole: isWhole(tx, personId, paper),
      secondAt: paper.second?.at ?? null,
      ends: paper.ends,
    },
    withdrawals,
    careNow,
  )

const seen = ({ name, at }: Attested) => ({ name, at })

/** As it is shown. */
export function paperShown(
  tx: PracticeTx,
  paper: StoredPaper,
  looked: Looked & { mayBring: boolean },
): Paper {
  const { said, first, second, ends } = paper
  const { state, at } = stateOf(tx, paper, looked)
  const end = ends.find((one) => one.how === state && one.at === at)
  return {
    ...said,
    id: first.id,
    documentHash: first.documentHash,
    first: seen(first),
    second: second && seen(second),
    state,
    at,
    endedBy: end?.name ?? null,
    reason: end?.reason ?? null,
    maySecond: looked.mayBring && state === 'one' && first.by !== tx.actor.seatId,
  }
}
