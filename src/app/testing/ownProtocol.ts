import { randomUUID } from 'node:crypto'
import { madeFrom, valuesOf, type OwnValues } from '../../protocol/own.ts'
import type { Protocol } from '../../protocol/protocol.ts'
import type { Arranging } from './journey.ts'

interface Line {
  readonly lineId: string
  readonly edition: number
}

/** An edition of the practice's own of the newest sublingual one, as a prescriber signed it. */
export async function putOwnEdition(
  { owner, practiceId, people }: Arranging,
  change: Partial<OwnValues>,
  line?: Line,
): Promise<Protocol> {
  const { rows } = await owner.query(
    `select document from protocol_edition where id = 'sublingual' and version = '2'`,
  )
  const source: Protocol = rows[0].document
  const id = randomUUID()
  const { lineId, edition } = line ?? { lineId: id, edition: 1 }
  const values = { ...valuesOf(source), ...change }
  const made = madeFrom(source, { version: id, title: { en: id, es: id }, values })
  await owner.query(
    `insert into own_protocol (practice_id, id, line_id, edition, protocol_id, from_version, version, document, reason,
       document_hash, confirmation_id, signed_by, signed_at)
     values ($1, $2, $3, $4, 'sublingual', '2', $6, $7, 'r', 'h', $2, $5, now())`,
    [practiceId, id, lineId, edition, people.prescriber.seatId, id, made],
  )
  return made
}

const strict = { gapHours: 168, solidHours: 10, clearHours: 3, stayMinutes: 180, atMinutes: [0, 60, 180] }
const lax = { gapHours: 24, solidHours: 4, clearHours: 2, stayMinutes: 90 }

/** Stricter, or less strict, than what was published; each with a later edition that says the opposite, on which no course stands. */
export const opposedEditions = (arranging: Arranging): Promise<Protocol[]> =>
  Promise.all(
    (
      [
        [strict, lax],
        [lax, strict],
      ] as const
    ).map(async ([pinned, later]) => {
      const edition = await putOwnEdition(arranging, pinned)
      await putOwnEdition(arranging, later, { lineId: edition.version, edition: 2 })
      return edition
    }),
  )
