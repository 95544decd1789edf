import { serve, type Shell } from '../platform/http/serve.ts'
import { recordDose } from './dose.commands.ts'
import * as contract from './dose.contract.ts'

export function doseRoutes(shell: Shell): void {
  serve(shell, contract.recordDose, recordDose)
}
