import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shared } from '../platform/testing/shared.ts'
import { ruleTable } from './clearance.content.ts'
import type { Decide } from './rules.ts'

const questions = new Set(ruleTable.questions.map(({ id }) => id))

function listsIn(decide: Decide): string[] {
  if (decide.kind === 'asked') return [...decide.present, ...decide.unclear.map(({ list }) => list)]
  if (decide.kind === 'since') return [...decide.evidence]
  if (decide.kind === 'medicine') return [decide.list, ...(decide.together ? [decide.together.list] : [])]
  return []
}

function questionsIn(decide: Decide): string[] {
  if (decide.kind === 'asked') return [decide.question, ...decide.unclear.map(({ question }) => question)]
  if (decide.kind === 'since') return [decide.question]
  return decide.kind === 'medicine' && decide.ask ? [decide.ask.question] : []
}

test('every list and question a rule names is there, and every one that is there is named', () => {
  const lists = new Set(ruleTable.rules.flatMap(({ decide }) => listsIn(decide)))
  expect([...lists].toSorted()).toEqual(Object.keys(ruleTable.lists).toSorted())
  expect([...new Set(ruleTable.rules.flatMap(({ decide }) => questionsIn(decide)))].toSorted()).toEqual(
    [...questions].toSorted(),
  )
})

test('every answer a rule reads is one that is offered', () => {
  const offered = new Map(
    ruleTable.questions.map((question) => [
      question.id,
      question.kind === 'choice' ? question.options.map(({ value }) => value) : [],
    ]),
  )
  const read = ruleTable.rules.flatMap(({ decide }) => {
    if (decide.kind === 'asked')
      return [decide, ...decide.unclear].flatMap(({ question, yes, no }) =>
        [...yes, ...no].map((value) => [question, value] as const),
      )
    return decide.kind === 'medicine' && decide.ask
      ? Object.keys(decide.ask.answers).map((value) => [decide.ask!.question, value] as const)
      : []
  })
  expect(read.filter(([question, value]) => !offered.get(question)?.includes(value))).toEqual([])
})

test('no rule stands twice, and a rule without a source says that it has none', () => {
  const ids = ruleTable.rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const bare = ruleTable.rules.filter(({ sources, tags }) => sources.length === 0 && tags.includes('source'))
  expect(bare).toEqual([])
})

test('every rule id is one of the clinical reference', (context) => {
  const text = readFileSync(shared(context, 'reference/clinical.md'), 'utf8')
  expect(ruleTable.rules.filter(({ id }) => !text.includes(`| ${id} |`)).map(({ id }) => id)).toEqual([])
})
