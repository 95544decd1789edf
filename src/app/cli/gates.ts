import * as z from 'zod/mini'
import { readReferral } from '../../intake/referral.fhir.ts'
import { isWhen } from '../../intake/when.ts'
import { instant, type Instant } from '../../kernel/instant.ts'
import { CannotRun } from '../../platform/cannot-run.ts'
import { evaluate, type Finding } from '../../rule/evaluate.ts'
import type { Facts } from '../../rule/facts.ts'
import { factsFileShape } from '../../rule/facts.contract.ts'
import { factsOfFile } from '../../rule/filed.ts'
import { factsOfReferral } from '../../rule/referred.ts'
import { measuresKnown, questionsAsked, rules, table } from '../../rule/rule.content.ts'
import { protocolIds, stages, type InBoth, type ProtocolId, type Stage } from '../../rule/rule.ts'
import { sayStep } from '../../rule/saying.ts'
import { Misused, type Answer, type Asked, type CliCommand } from './command.ts'
import { textIn } from './file.ts'
import { parseOnce } from './given.ts'

export const factsShape = factsFileShape({ questions: questionsAsked, measures: measuresKnown, rules })

export const gatesCommand: CliCommand = {
  takes: [],
  options: {
    protocol: { type: 'string', value: 'P', words: `Which one: ${protocolIds.join(', ')}` },
    at: {
      type: 'string',
      value: 'TIME',
      words: 'The moment, with its zone, such as 2026-11-28T09:00:00-08:00',
    },
    facts: { type: 'string', value: 'FILE', words: 'Facts of the shape in docs/facts.schema.json' },
    referral: { type: 'string', value: 'FILE', words: 'A FHIR R4 bundle about one person' },
    stage: { type: 'string', value: 'STAGE', words: `What is asked: ${stages.join(', ')} (day)` },
    language: { type: 'string', value: 'LANGUAGE', words: 'Of the words in the answer: en or es (en)' },
  },
  about: `
Says what stands between a person and a dose at a moment, gravest first: each rule that is present, not known or out of
date, because of which facts, what clears it, who can, and the one cheap step that would settle it. What nobody asked
counts as much as what is there. It proposes nothing and needs no database. It exits with 1 unless the verdict is clear or
caution.`,
  run: async (asked) => answered(asked, await factsAsked(asked)),
}

interface Given {
  readonly facts: Facts
  readonly at: Instant
  readonly protocol: ProtocolId
  readonly more: object
}

function answered(asked: Asked, { facts, at, protocol, more }: Given): Answer {
  const language = oneOf(asked, 'language', ['en', 'es'] as const) ?? 'en'
  const { verdict, findings } = evaluate(table, facts, { at, protocol })
  const listed = findings.map((finding) => entryOf(finding, language))
  const json = {
    verdict,
    findings: listed,
    protocol,
    at: asked.option('at'),
    stage: facts.stage,
    rules: { version: table.version, ratifiedBy: null },
    ...more,
  }
  asked.tell(`${verdict}: ${findings.length} findings`)
  return { exit: verdict === 'clear' || verdict === 'caution' ? 0 : 1, json }
}

const entryOf = (finding: Finding, language: keyof InBoth) => {
  const { rule, severity, state, because, missing, step, override } = finding
  return {
    rule: rule.id,
    severity,
    state,
    title: rule.title[language],
    because,
    clears: [rule.clears[language]],
    who: rule.who,
    missing,
    step: step && { ...step, words: sayStep(table, step, language) },
    basis: {
      words: rule.basis,
      sources: rule.sources,
      certainty: rule.certainty,
      ratifiedBy: rule.ratifiedBy,
    },
    version: rule.version,
    ...(override && { override }),
  }
}

async function factsAsked(asked: Asked): Promise<Given> {
  const protocol = oneOf(asked, 'protocol', protocolIds)
  if (!protocol) throw new Misused(`--protocol is needed: one of ${protocolIds.join(', ')}.`)
  const { at, timeZone } = momentAsked(asked)
  const [facts, referral] = [asked.option('facts'), asked.option('referral')]
  if ((facts === undefined) === (referral === undefined))
    throw new Misused('Either --facts FILE or --referral FILE is needed, and not both.')
  const stage = oneOf(asked, 'stage', stages)
  const otherwise = { stage: stage ?? 'day', timeZone } as const
  const file = facts ?? referral ?? ''
  const text = await textIn(file, { kind: facts === undefined ? 'referral' : 'facts', mostBytes: 32_000_000 })
  return facts === undefined
    ? { protocol, at, ...inReferral(text, at, otherwise) }
    : { protocol, at, more: {}, facts: inFile(text, file, { ...otherwise, stage }) }
}

function oneOf<Name extends string>(asked: Asked, option: string, names: readonly Name[]): Name | undefined {
  const typed = asked.option(option)
  const name = names.find((known) => known === typed)
  if (typed !== undefined && !name) throw new Misused(`--${option} takes one of: ${names.join(', ')}.`)
  return name
}

function momentAsked(asked: Asked): { at: Instant; timeZone: string } {
  const typed = asked.option('at') ?? ''
  const zone = /T.*(Z|[+-]\d{2}:\d{2})$/.exec(typed)?.[1]
  if (zone === undefined || !isWhen(typed))
    throw new Misused('--at takes a moment with its zone, such as 2026-11-28T09:00:00-08:00.')
  return { at: instant(typed), timeZone: zone === 'Z' ? 'UTC' : zone }
}

interface Otherwise {
  readonly stage: Stage | undefined
  readonly timeZone: string
}

/** A stage that was typed goes before that of the file. */
function inFile(text: string, file: string, { stage, timeZone }: Otherwise): Facts {
  const parsed = parseOnce(text)
  if ('fault' in parsed)
    throw new CannotRun(
      'facts-file',
      parsed.fault === 'not-json' ? `${file} is not JSON.` : `${file} names something twice in one object.`,
    )
  const read = z.safeParse(factsShape, parsed.value)
  if (!read.success)
    throw new CannotRun('facts-file', `${file} is not a file of facts. ${faultsOf(read.error)}`, read.error)
  const facts = factsOfFile(read.data, { stage: 'day', timeZone })
  if (!isZone(facts.timeZone)) throw new CannotRun('facts-file', `${facts.timeZone} is no time zone.`)
  return { ...facts, stage: stage ?? facts.stage }
}

const faultsOf = ({ issues }: z.core.$ZodError): string =>
  issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.length === 0 ? 'The file' : path.join('.')}: ${message}`)
    .join('; ')

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

function inReferral(text: string, at: Instant, otherwise: Pick<Facts, 'stage' | 'timeZone'>) {
  const read = readReferral(text, at)
  if (!read.ok) throw new CannotRun(read.refusal, `This referral cannot be read: ${read.refusal}.`)
  const { unread, partly } = read.value
  return {
    facts: factsOfReferral(read.value, { ...otherwise, measures: measuresKnown }),
    more: { unread, partly },
  }
}
