import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { step } from '../steps.mjs'

const folders = ['src', 'fences', 'e2e', 'bench', 'faults', 'bootstrap'].filter((folder) =>
  existsSync(folder),
)

const checks = [
  { name: 'format', words: 'Format', args: ['node_modules/oxfmt/bin/oxfmt', '--check', ...folders] },
  { name: 'lint', words: 'Lint', args: ['node_modules/oxlint/bin/oxlint', '--deny-warnings', ...folders] },
  { name: 'types', words: 'Types', args: ['node_modules/typescript-native/bin/tsc', '-b'] },
  { name: 'every file is compiled', words: 'Every file is compiled', args: ['fences/compiled.mjs'] },
  { name: 'no bare words', words: 'No bare words', args: ['fences/strings.mjs'] },
  { name: 'no unused words', words: 'No unused words', args: ['fences/words.mjs'] },
  { name: 'walls between slices', words: 'Walls between slices', args: ['fences/cruise.mjs'] },
]

/** What needs no database and no browser; each counts as one test. */
export async function runChecks(tally) {
  for (const { name, words, args } of checks) await tally.attempt(name, () => step(words, () => run(args)))
}

function run(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes))
  return new Promise((settle, fail) => {
    child.once('error', fail)
    child.once('close', (status) => (status === 0 ? settle() : fail(new Error(output.trim()))))
  })
}
