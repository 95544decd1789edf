import { can } from '../access/policy.ts'
import { serve, type Asked, type Shell } from '../platform/http/serve.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import * as commands from './safety.commands.ts'
import { alarmOf, usualMinutes } from './ladder.ts'
import { setLadder } from './ladder.commands.ts'
import { jobsStandStill, ladderMinutes } from './ladder.queries.ts'
import * as contract from './safety.contract.ts'
import { coverOf, reachableFor, readingHere } from './safety.queries.ts'
import { suicideRecordOf } from './suicide.queries.ts'
import { suicideGate } from './suicide.ts'
import { boardOf, isClinical, maySee } from './task.ts'
import { openTasks, type OpenTask } from './task.queries.ts'

export function safetyRoutes(shell: Shell): void {
  serve(shell, contract.readTasks, (tx, _, asked) => board(tx, asked))
  serve(shell, contract.acknowledgeTask, commands.acknowledgeTask)
  serve(shell, contract.closeTask, commands.closeTask)
  serve(shell, contract.handOnTask, commands.handOnTask)
  serve(shell, contract.readReachable, async (tx, { personId }) => ({
    people: await reachableFor(tx, personId),
  }))
  serve(shell, contract.declareCover, commands.declareCover)
  serve(shell, contract.setLadder, setLadder)
  serve(shell, contract.readAsked, (tx, { personId }, asked) => askedOf(tx, personId, asked))
  serve(shell, contract.recordAsked, commands.recordSuicideCheck)
  serve(shell, contract.makePlan, commands.makeSafetyPlan)
  serve(shell, contract.decideAsked, commands.decideAboutCheck)
  serve(shell, contract.formulateRisk, commands.formulateRisk)
}

async function board(tx: PracticeTx, { careNow }: Asked) {
  const { roles } = tx.actor
  const { reading } = await readingHere(tx, careNow)
  const open = await openTasks(tx)
  const shown = boardOf(open, { roles, careNow })
  const ladder = await ladderNow(tx, open, careNow)
  const clinician = roles.includes('therapist') || roles.includes('prescriber')
  return {
    careNow,
    tasks: shown.map(({ kind, kindShown, assigned, ...task }) => {
      const relation = assigned ? 'assigned' : 'same-practice'
      const act = can(roles, 'task.act', relation)
      return {
        ...task,
        kind: kindShown ? kind : null,
        also: kindShown ? task.also : [],
        dose: kindShown && can(roles, 'ready.read', relation) ? task.dose : null,
        alarm: alarmOf(task, ladder.minutes, careNow),
        can: {
          act,
          open: can(roles, 'chart.read', relation),
          see: act && maySee(kind, roles),
          close: act && (clinician || !isClinical(kind)),
        },
      }
    }),
    cover: (await coverOf(tx)) ?? null,
    reading,
    ladder,
    can: { declareCover: can(roles, 'practice.settle', 'practice') },
  }
}

async function ladderNow(tx: PracticeTx, open: readonly OpenTask[], careNow: Instant) {
  const minutes = await ladderMinutes(tx)
  const alarms = open.map((task) => alarmOf(task, minutes, careNow))
  return {
    minutes,
    usual: minutes === usualMinutes,
    standsStill: await jobsStandStill(tx),
    unanswered: alarms.filter((alarm) => alarm === 'unanswered').length,
    silent: alarms.filter((alarm) => alarm === 'silent').length,
  }
}

async function askedOf(tx: PracticeTx, personId: string, { careNow, relation }: Asked) {
  const { facts, checks, plan, formulations } = await suicideRecordOf(tx, personId)
  const { timeZone } = await readingHere(tx, careNow)
  const gate = suicideGate(facts, careNow, timeZone)
  const may = (action: string) => can(tx.actor.roles, action, relation)
  return {
    careNow,
    verdict: gate.verdict,
    because: 'because' in gate ? gate.because : null,
    decided: gate.verdict === 'met' && gate.because === 'decided',
    missing: gate.verdict === 'needs-decision' ? gate.missing : [],
    checkId: ('check' in gate && gate.check?.id) || null,
    toldAt: 'at' in gate ? gate.at : null,
    checks,
    formulations,
    plan,
    can: {
      record: may('asked.record'),
      plan: may('asked.plan'),
      decide: may('asked.decide'),
      formulate: may('asked.formulate'),
    },
  }
}
