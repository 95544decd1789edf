import { serve, type Shell } from '../platform/http/serve.ts'
import { nameDirector } from './director.commands.ts'
import * as contract from './director.contract.ts'
import { directorHere, prescribersHere } from './director.queries.ts'

export function directorRoutes(shell: Shell): void {
  serve(shell, contract.readDirector, async (tx) => ({
    director: await directorHere(tx),
    prescribers: await prescribersHere(tx),
  }))
  serve(shell, contract.nameDirector, nameDirector)
}
