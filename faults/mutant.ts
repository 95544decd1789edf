import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Change {
  readonly file: string
  readonly line: string
  readonly instead: string
}

/** What was asked once is answered from memory that commits with the effect. Here it is forgotten at once. */
export const answerOutsideTheTransaction: Change = {
  file: 'src/audit/audit.commands.ts',
  line: '    await finishWrite(tx, { ...asked, why: whyOf(input, answer) }, { intent, answer })\n',
  instead: "    await addEvent(tx, { ...asked, why: whyOf(input, answer) }, 'done')\n",
}

/** A copy of the product with one line of it changed. It shares the installed packages. */
export function mutant({ file, line, instead }: Change): { source: string; remove(): void } {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-mutant-'))
  for (const path of ['src', 'content', 'db', 'package.json'])
    cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  const whole = readFileSync(join(copy, file), 'utf8')
  if (!whole.includes(line)) throw new Error(`${file} has changed: there is no line to change in it any more`)
  writeFileSync(join(copy, file), whole.replace(line, instead))
  return { source: copy, remove: () => rmSync(copy, { recursive: true }) }
}
