import { QueryClient } from '@tanstack/react-query'
import { AskRefused } from '../../platform/http/ask.web.ts'

/** What came back is shown at once and asked again in the background. Only a lost network is worth asking twice. */
export const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        networkMode: 'always',
        retry: (failed, error) =>
          failed < 2 && error instanceof AskRefused && error.problem.kind === 'offline',
      },
      mutations: { networkMode: 'always' },
    },
  })
