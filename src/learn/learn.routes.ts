import { showPages } from '../platform/http/page.ts'
import type { Shell } from '../platform/http/serve.ts'
import { doorAddress } from './address.ts'
import type { Drawn } from './drawn.ts'
import { languages, openLibrary } from './learn.content.ts'

/** The pages that anyone may read. Nothing is asked of the database and nothing is written down about the reader. */
export async function learnRoutes(shell: Pick<Shell, 'app'>, drawn: Drawn): Promise<void> {
  const { pages, sources } = await openLibrary()
  const draws = new Map([
    ...pages.map((view) => [addressOf(view), async () => (await drawn()).learn(view)] as const),
    ...sources.map((view) => [addressOf(view), async () => (await drawn()).sources(view)] as const),
  ])
  const routes = languages.flatMap((language) =>
    ['/learn', '/learn/:page'].map((path) => doorAddress(language, path)),
  )
  showPages(shell, { routes, draws })
}

const addressOf = ({ language, path }: { language: 'en' | 'es'; path: string }) => doorAddress(language, path)
