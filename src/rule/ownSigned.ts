import { canonical } from '../kernel/canonical.ts'
import type { Wanted } from './own.ts'

interface Written {
  readonly id: string
  readonly rules: readonly Wanted[]
  readonly reason: string
}

const rulesIn = (rules: readonly Wanted[]) =>
  rules.map(({ rule, version, severity }) => ({ rule, version, severity }))

/** What is signed, letter by letter: the screen and the server each write it out, and their hashes must agree. */
export const proposalDocument = ({ id, rules, reason }: Written): string =>
  canonical({ document: 'rule-proposal', version: 1, id, rules: rulesIn(rules), reason })

/** The second signs what the first has signed: the same rules, for the same reason. */
export const secondDocument = ({ id, rules, reason }: Written): string =>
  canonical({ document: 'rule-proposal-second', version: 1, proposal: id, rules: rulesIn(rules), reason })
