import { serve, type Shell } from '../platform/http/serve.ts'
import { withheldFrom } from './export.ts'
import { readRecord } from './export.contract.ts'
import { recordOf } from './export.queries.ts'
import { forms } from './forms.content.ts'
import { bundleOf } from './record.fhir.ts'

export function recordRoutes(shell: Shell): void {
  serve(shell, readRecord, async (tx, { personId }, { relation, careNow, reply }) => {
    const reader = relation === 'self' ? 'self' : 'team'
    const rows = await recordOf(tx, personId, reader)
    // A name that tells nothing to whoever sees a list of downloads.
    void reply.header('content-disposition', 'attachment; filename="record.json"')
    return bundleOf({ rows, withheld: withheldFrom(reader), at: careNow, forms })
  })
}
