import * as z from 'zod/mini'
import eligibility from '../../content/rules/eligibility.json' with { type: 'json' }
import type { RuleTable } from './rules.ts'
import { RuleTableShape } from './table.contract.ts'

/** The rules as they stand in this version, with their sources; read once, and refused at start when misshapen. */
export const ruleTable: RuleTable = z.parse(RuleTableShape, eligibility)
