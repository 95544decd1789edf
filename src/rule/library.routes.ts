import { serve, type Shell } from '../platform/http/serve.ts'
import { library } from './library.content.ts'
import { readRules } from './library.contract.ts'

export function libraryRoutes(shell: Shell): void {
  serve(shell, readRules, async () => library)
}
