import { serve, type Shell } from '../platform/http/serve.ts'
import { ownFormFiles } from '../form/form.queries.ts'
import { instrumentAt } from '../instrument/library.content.ts'
import { formsAnswered, withheldFrom } from './export.ts'
import { readRecord } from './export.contract.ts'
import { recordOf } from './export.queries.ts'
import { bundleOf } from './record.fhir.ts'

export function recordRoutes(shell: Shell): void {
  serve(shell, readRecord, async (tx, { personId }, { relation, careNow, reply }) => {
    const reader = relation === 'self' ? 'self' : 'team'
    const rows = await recordOf(tx, personId, reader)
    const own = await ownFormFiles(tx, formsAnswered(rows))
    // A name that tells nothing to whoever sees a list of downloads.
    void reply.header('content-disposition', 'attachment; filename="record.json"')
    return bundleOf({ rows, withheld: withheldFrom(reader), at: careNow, instrumentAt, own })
  })
}
