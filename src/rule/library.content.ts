import * as z from 'zod/mini'
import sources from '../../content/rules/sources.json' with { type: 'json' }
import { figuresOf } from './library.ts'
import { mayRaise } from './own.ts'
import { parts, table } from './rule.content.ts'

const Sources = z.strictObject({
  version: z.string(),
  reference: z.string(),
  ratifiedBy: z.nullable(z.string()),
  note: z.string(),
  sources: z.record(z.string(), z.strictObject({ grade: z.string(), where: z.string() })),
})
const read = z.parse(Sources, sources)

/** The whole table as it is read on the screen: worked out once, for it is the same for everyone. */
export const library = {
  version: table.version,
  rules: parts.flatMap(({ part, rules }) =>
    rules.map((rule) => {
      const { clauses: _, figures: __, ratifiedBy: ___, ...told } = rule
      return {
        ...told,
        part,
        mayRaise: mayRaise(rule),
        scope: [...rule.scope],
        protocols: rule.protocols === 'all' ? ('all' as const) : [...rule.protocols],
        sources: rule.sources.map((id) => ({
          id,
          grade: read.sources[id]?.grade ?? null,
          where: read.sources[id]?.where ?? null,
        })),
        figures: figuresOf(rule, table.measures),
      }
    }),
  ),
}
