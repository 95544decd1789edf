import type { PracticeTx } from '../platform/db/tx.ts'
import type { MedicineFacts } from './window.ts'

/** The last dose that stands, and the discharge that followed it. */
export async function lastMedicineOf(tx: PracticeTx, personId: string): Promise<MedicineFacts> {
  const last = await tx
    .selectFrom((of) =>
      of
        .fn<{ dosed_at: Date | null; discharged_at: Date | null }>('last_medicine', [of.val(personId)])
        .as('last'),
    )
    .selectAll()
    .executeTakeFirst()
  return {
    lastDoseAt: last?.dosed_at?.getTime() ?? null,
    dischargedAt: last?.discharged_at?.getTime() ?? null,
  }
}
