import { Problem } from '../kernel/problem.ts'
import { serve } from '../platform/http/serve.ts'
import * as contract from './demo.contract.ts'
import { demoCode, demoPeople } from './demo.queries.ts'
import type { Door } from './door.routes.ts'

/** Only where the server was started as a demo; elsewhere these answer nothing. */
export function demoRoutes({ shell, means, demo }: Door): void {
  const inDemo = () => {
    if (!demo) throw new Problem('no-such-page')
  }
  serve(shell, contract.demoPeople, async (tx) => {
    inDemo()
    return { people: await demoPeople(tx) }
  })
  serve(shell, contract.demoCode, async (tx, { accountId }, { machineNow }) => {
    inDemo()
    return demoCode(tx, { accountId, vault: means().vault, now: machineNow })
  })
}
