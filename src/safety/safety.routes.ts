import { can } from '../access/policy.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import * as commands from './safety.commands.ts'
import * as contract from './safety.contract.ts'
import { coverOf, openTasks, reachableFor, readingHere, suicideRecordOf } from './safety.queries.ts'
import { suicideGate } from './suicide.ts'
import { boardOf, isClinical, maySee } from './task.ts'

export function safetyRoutes(shell: Shell): void {
  serve(shell, contract.readTasks, (tx, _, asked) => board(tx, asked))
  serve(shell, contract.acknowledgeTask, commands.acknowledgeTask)
  serve(shell, contract.closeTask, commands.closeTask)
  serve(shell, contract.handOnTask, commands.handOnTask)
  serve(shell, contract.readReachable, async (tx, { personId }) => ({
    people: await reachableFor(tx, personId),
  }))
  serve(shell, contract.declareCover, commands.declareCover)
  serve(shell, contract.readAsked, (tx, { personId }, asked) => askedOf(tx, personId, asked))
  serve(shell, contract.recordAsked, commands.recordSuicideCheck)
  serve(shell, contract.makePlan, commands.makeSafetyPlan)
  serve(shell, contract.decideAsked, commands.decideAboutCheck)
}

async function board(tx: PracticeTx, { careNow }: Asked) {
  const { roles } = tx.actor
  const { reading } = await readingHere(tx, careNow)
  const shown = boardOf(await openTasks(tx), { roles, careNow })
  const clinician = roles.includes('therapist') || roles.includes('prescriber')
  return {
    careNow,
    tasks: shown.map(({ kind, kindShown, assigned, ...task }) => {
      const relation = assigned ? 'assigned' : 'same-practice'
      const act = can(roles, 'task.act', relation)
      return {
        ...task,
        kind: kindShown ? kind : null,
        can: {
          act,
          see: act && maySee({ kind, mine: task.mine }, roles),
          close: act && (clinician || !isClinical(kind)),
        },
      }
    }),
    cover: (await coverOf(tx)) ?? null,
    reading,
    can: { declareCover: can(roles, 'practice.settle', 'practice') },
  }
}

async function askedOf(tx: PracticeTx, personId: string, { careNow, relation }: Asked) {
  const { facts, checks, plan } = await suicideRecordOf(tx, personId)
  const { timeZone } = await readingHere(tx, careNow)
  const gate = suicideGate(facts, careNow, timeZone)
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    careNow,
    verdict: gate.verdict,
    because: 'because' in gate ? gate.because : null,
    decided: gate.verdict === 'met' && gate.because === 'decided',
    missing: gate.verdict === 'needs-decision' ? gate.missing : [],
    checkId: 'check' in gate ? gate.check.id : null,
    checks,
    plan,
    can: { record: may('asked.record'), plan: may('asked.plan'), decide: may('asked.decide') },
  }
}
