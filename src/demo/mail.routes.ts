import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { readDemoMails } from './mail.contract.ts'
import { demoMails } from './mail.queries.ts'

/** Only where the server was started as a demo; elsewhere it answers nothing. */
export function demoMailRoutes(shell: Shell, demo: boolean): void {
  serve(shell, readDemoMails, async (tx) => {
    if (!demo) throw new Problem('no-such-page')
    return { mails: await demoMails(tx) }
  })
}
