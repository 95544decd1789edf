import { enquiryRoutes } from '../find/enquiry.routes.ts'
import { findRoutes } from '../find/find.routes.ts'
import { writeRoutes } from '../find/write.routes.ts'
import { fitRoutes } from '../fit/fit.routes.ts'
import { doorAddress } from '../learn/address.ts'
import type { Drawn } from '../learn/drawn.ts'
import { learnRoutes } from '../learn/learn.routes.ts'
import { readForms } from '../platform/http/form.ts'
import { languageOf } from '../platform/http/problems.ts'
import type { Shell } from '../platform/http/serve.ts'

/** The front door: the pages that anyone may open, drawn on the server, and what comes in through them. */
export async function doorRoutes(shell: Shell, drawn: Drawn): Promise<void> {
  readForms(shell.app)
  shell.app.get('/', async (request, reply) =>
    reply.redirect(doorAddress(languageOf(request), '/learn'), 302),
  )
  await learnRoutes(shell, drawn)
  await fitRoutes(shell, drawn)
  findRoutes(shell, drawn)
  writeRoutes(shell, drawn)
  enquiryRoutes(shell)
}
