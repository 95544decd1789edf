import { expect, test } from 'vitest'
import { throughline } from '../testing/started.ts'
import { commands } from './commands.ts'
import { called } from './reading.ts'

test('help names every command, and nothing is an invitation to read it', () => {
  const { stdout, status } = throughline('--help')
  for (const [name, { summary }] of Object.entries(commands))
    expect(stdout).toMatch(new RegExp(`  ${name} +${summary}`))
  expect(status).toBe(0)
  expect(throughline().stdout).toBe(stdout)
})

test.each(Object.keys(commands))('%s --help says how it is used', async (name) => {
  const { stdout, status } = throughline(...name.split(' '), '--help')
  const { takes, options } = (await commands[name]?.load()) ?? { takes: [], options: {} }
  expect(stdout).toContain(`throughline ${[name, ...takes].join(' ')} [options]`)
  for (const option of [...Object.keys(options), 'json', 'help']) expect(stdout).toContain(`--${option}`)
  expect(status).toBe(0)
})

test.each([
  ['audit', 'audit verify'],
  ['db', 'db url'],
])('%s --help names the commands that begin so, and no others', (first, name) => {
  const { stdout, status } = throughline(first, '--help')
  expect(stdout).toContain(`  ${name} `)
  expect(stdout).not.toContain('  migrate ')
  expect(status).toBe(0)
})

test.each([
  [['nonsense'], /no command nonsense/],
  [['migrate', '--dry'], /Unknown option '--dry'/],
  [['migrate', 'now'], /takes options only/],
  [['start', '--port', 'many'], /--port takes a number/],
  [['start', '--public-origin', 'care.example'], /--public-origin takes an address/],
  [['start', '--public-origin', 'https://care.example/app'], /--public-origin takes an address/],
  [
    ['start', '--public-origin', 'http://care.example'],
    /without TLS: there, browsers keep no sign-in .*docs\/TLS\.md/,
  ],
  [['start', '--public-origin', 'http://localhost.care.example'], /without TLS/],
])('%j is refused with words and a problem', (typed, words) => {
  const { status, json, stderr } = throughline(...typed)
  expect(json).toEqual({ problem: { kind: 'usage', detail: expect.stringMatching(words) } })
  expect(stderr).toMatch(words)
  expect(status).toBe(2)
})

test('the longest name that fits is called', () => {
  const names = ['db', 'db url', 'audit verify']
  expect(called(['db', 'url', '--owner'], names)).toEqual({ name: 'db url', rest: ['--owner'] })
  expect(called(['db', 'other'], names)).toEqual({ name: 'db', rest: ['other'] })
  expect(called(['audit'], names)).toEqual({ name: '', rest: ['audit'] })
})
