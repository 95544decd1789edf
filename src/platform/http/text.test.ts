import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { openClinic } from '../../app/testing/clinic.ts'
import { withOwnBreaks } from '../../kernel/text.ts'
import { line, lines, unfinished } from './text.contract.ts'

const shapes = { line: line(20), 'line or none': line(20, 0), lines: lines(20), unfinished: unfinished(20) }
type Name = keyof typeof shapes

/** What becomes of a text, or the word for why it is refused. */
function taken(name: Name, text: string): string {
  const { success, data, error } = z.safeParse(shapes[name], text)
  if (success) return data
  const [issue] = error.issues
  const kind = issue?.code === 'custom' ? (issue.params as { kind: string }).kind : issue?.code
  return `<${kind}>`
}

const [rlo, isolate, zero, joiner] = ['\u202E', '\u2067', '\u200B', '\u200D']
const family = `👩${joiner}👧`
const none = '<too_small>'
const sign = '<words-not-kept>'

describe.each<[string, string, Record<Name, string>]>([
  [
    'words',
    ' Ana María ',
    { line: 'Ana María', 'line or none': 'Ana María', lines: 'Ana María', unfinished: ' Ana María ' },
  ],
  [
    'a picture of several parts',
    family,
    { line: family, 'line or none': family, lines: family, unfinished: family },
  ],
  [
    'two lines',
    'a\r\nb',
    { line: '<one-line>', 'line or none': '<one-line>', lines: 'a\r\nb', unfinished: 'a\r\nb' },
  ],
  ['a tab', 'a\tb', { line: '<one-line>', 'line or none': '<one-line>', lines: 'a\tb', unfinished: 'a\tb' }],
  ['a break at its end', 'a\n', { line: 'a', 'line or none': 'a', lines: 'a', unfinished: 'a\n' }],
  [
    'signs nobody sees',
    `${zero}\u2060\u3164 `,
    { line: none, 'line or none': '', lines: none, unfinished: `${zero}\u2060\u3164 ` },
  ],
  ['nothing', '', { line: none, 'line or none': '', lines: none, unfinished: '' }],
  [
    'words turned around',
    `Ana ${rlo}fdp`,
    { line: sign, 'line or none': sign, lines: sign, unfinished: sign },
  ],
  ['words set apart', `Ana ${isolate}x`, { line: sign, 'line or none': sign, lines: sign, unfinished: sign }],
  ['a NUL', 'a\0', { line: sign, 'line or none': sign, lines: sign, unfinished: sign }],
  ['an escape', 'a\u001B[2J', { line: sign, 'line or none': sign, lines: sign, unfinished: sign }],
  ['half of a pair', 'a\uD83D', { line: sign, 'line or none': sign, lines: sign, unfinished: sign }],
])('%s', (_, text, becomes) => {
  test.each(Object.keys(shapes) as Name[])('%s', (name) => expect(taken(name, text)).toBe(becomes[name]))
})

test('what a word processor breaks its lines with is a line break by the time it is sent', () =>
  expect(withOwnBreaks('a\u000Bb\r\nc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne'))

test('every text that a contract takes is one of these', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const bare = globSync('src/**/*.contract.ts', { cwd: root })
    .filter((file) => !file.endsWith('http/text.contract.ts'))
    .filter((file) =>
      /z\.string\(\)\.check\((?=[^\n]*z\.trim)(?![^\n]*z\.email)/.test(
        readFileSync(`${root}/${file}`, 'utf8'),
      ),
    )
  expect(bare).toEqual([])
})

describe('at the border', () => {
  const given = async (givenName: string) => {
    const { people, ask } = await clinic
    const body = {
      id: crypto.randomUUID(),
      name: givenName,
      roles: ['monitor'],
      email: 'm@people.example',
      language: 'en',
    }
    const reply = await ask(people.administrator, '/api/staff', { body })
    return [
      reply.statusCode,
      reply.json().kind,
      reply.json().fields?.map((field: object) => Object.values(field).join(' ')),
    ]
  }
  const clinic = openClinic()
  afterAll(async () => (await clinic).close())

  test('the refusal says what to do, and where', async () => {
    expect(await given('Ana\nBcc: all')).toEqual([422, 'one-line', ['name one-line']])
    expect(await given(`Ana ${rlo}`)).toEqual([422, 'words-not-kept', ['name words-not-kept']])
    expect(await given(zero!.repeat(3))).toEqual([422, 'malformed', ['name too_small']])
    expect((await given('José Ñ'))[0]).toBe(200)
  })
})
