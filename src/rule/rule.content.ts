import * as z from 'zod/mini'
import conditions from '../../content/rules/conditions.json' with { type: 'json' }
import consent from '../../content/rules/consent.json' with { type: 'json' }
import day from '../../content/rules/day.json' with { type: 'json' }
import drugs from '../../content/rules/drugs.json' with { type: 'json' }
import evidence from '../../content/rules/evidence.json' with { type: 'json' }
import interactions from '../../content/rules/interactions.json' with { type: 'json' }
import measures from '../../content/rules/measures.json' with { type: 'json' }
import questions from '../../content/rules/questions.json' with { type: 'json' }
import release from '../../content/rules/release.json' with { type: 'json' }
import screening from '../../content/rules/screening.json' with { type: 'json' }
import { indexOf, type Drug } from './drug.ts'
import { ConditionsFile, DrugsFile, MeasuresFile, QuestionsFile, RulesFile } from './rule.contract.ts'
import type { AskedQuestion, Measure, Rule } from './rule.ts'
import type { ConditionList, Table } from './table.ts'

const files = { screening, evidence, interactions, day, release, consent }

/** The rules file by file, in the order of the reference. */
export const parts = (Object.keys(files) as (keyof typeof files)[]).map((part) => ({
  part,
  rules: z.parse(RulesFile, files[part]).rules satisfies readonly Rule[],
}))

/** Every rule of the clinical reference, read once and refused at start when misshapen. */
export const rules: readonly Rule[] = parts.flatMap((part) => part.rules)
export const questionsAsked: readonly AskedQuestion[] = z.parse(QuestionsFile, questions).questions
export const drugsKnown: readonly Drug[] = z.parse(DrugsFile, drugs).drugs
export const measuresKnown: readonly Measure[] = z.parse(MeasuresFile, measures).measures
export const conditionLists: Readonly<Record<string, ConditionList>> = z.parse(
  ConditionsFile,
  conditions,
).lists

export const table: Table = {
  version: screening.version,
  rules,
  byId: new Map(rules.map((rule) => [rule.id, rule])),
  questions: new Map(questionsAsked.map((question) => [question.id, question])),
  measures: new Map(measuresKnown.map((measure) => [measure.id, measure])),
  lists: conditionLists,
  drugs: indexOf(drugsKnown),
}
