import { serve, type Shell } from '../platform/http/serve.ts'
import { recordContact, recordDeparture } from './departure.commands.ts'
import * as contract from './departure.contract.ts'

export function departureRoutes(shell: Shell): void {
  serve(shell, contract.recordDeparture, recordDeparture)
  serve(shell, contract.recordContact, recordContact)
}
