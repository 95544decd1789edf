import { showPages } from '../platform/http/page.ts'
import type { Shell } from '../platform/http/serve.ts'
import { doorAddress } from '../learn/address.ts'
import type { Drawn } from '../learn/drawn.ts'
import { languages } from '../learn/learn.content.ts'
import { openCheck } from './fit.content.ts'

/** No answer leaves the page: the browser itself is told to refuse whatever a script or a form would send. */
const nothingLeaves = { 'connect-src': "'none'", 'form-action': "'none'" } as const

export async function fitRoutes(shell: Pick<Shell, 'app'>, drawn: Drawn): Promise<void> {
  const { questions } = await openCheck()
  const draws = new Map(
    languages.map((language) => [
      doorAddress(language, '/fit'),
      async () => (await drawn()).fit({ language, path: '/fit', questions }),
    ]),
  )
  showPages(shell, { routes: [...draws.keys()], draws, policy: nothingLeaves })
}
