// A file that no project includes is never type-checked, and the compiler does not say so.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { demandAll } from './sources.mjs'

const compiler = 'node_modules/typescript-native/bin/tsc'
const { references } = JSON.parse(readFileSync('tsconfig.json', 'utf8'))

const filesOf = (project) => {
  const asked = spawnSync(process.execPath, [compiler, '-p', project, '--showConfig'], { encoding: 'utf8' })
  return JSON.parse(asked.stdout).files ?? []
}

const compiled = references.flatMap(({ path }) => filesOf(path)).map((file) => file.replace('./', ''))
demandAll(new Set(compiled), 'the compiler')
