import { can } from '../access/policy.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import * as commands from './integration.commands.ts'
import * as contract from './integration.contract.ts'
import type { IntegrationFacts } from './integration.ts'
import { integrationFacts } from './integration.queries.ts'

export function integrationRoutes(shell: Shell): void {
  serve(shell, contract.readIntegration, async (tx, { courseId }, { relation }) => {
    const facts = await integrationFacts(tx, courseId)
    const may = (action: string) => can(tx.actor.roles, action, relation)
    return {
      ...(relation === 'self' ? facts : withoutAudience(facts)),
      can: { write: may('integration.write'), share: may('integration.share'), agree: may('exercise.agree') },
    }
  })
  serve(shell, contract.tellInsight, commands.tellInsight)
  serve(shell, contract.correctInsight, commands.correctInsight)
  serve(shell, contract.giveMeaning, commands.giveMeaning)
  serve(shell, contract.beginExercise, commands.beginExercise)
  serve(shell, contract.agreeExercise, commands.beginExercise)
  serve(shell, contract.logExercise, commands.logExercise)
  serve(shell, contract.noticeChange, commands.noticeChange)
  serve(shell, contract.shareInsight, commands.shareInsight)
}

/** Staff read what they may; whom else the client told is the client's own business. */
const withoutAudience = (facts: IntegrationFacts): IntegrationFacts => ({
  ...facts,
  insights: facts.insights.map((insight) => ({ ...insight, audience: null })),
})
