import type { AskRefused } from '../platform/http/ask.web.ts'
import { shortest } from './password.ts'
import type { en } from './words.way.en.ts'

/** The one field of this form that the server refused, if it was about a field. */
export const faultOf = (refused: AskRefused | null) =>
  refused?.problem.kind === 'malformed' ? refused.problem.fields[0] : undefined

/** What is wrong with the new password, if that is what was refused. */
export function passwordWords(
  own: Pick<typeof en, 'faults'>,
  refused: AskRefused | null,
  staff: boolean,
): string | undefined {
  const found = faultOf(refused)
  if (found?.path !== 'password') return undefined
  const { faults } = own
  if (found.fault === 'too-short') return faults['too-short'](staff ? shortest.staff : shortest.client)
  if (found.fault === 'too-long') return faults['too-long']
  return found.fault === 'too-common' ? faults['too-common'] : faults.missing
}
