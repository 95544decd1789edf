import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  easeOfSpanish,
  gradeOfEnglish,
  readingOf,
  syllablesInEnglish,
} from '../../platform/testing/readability.ts'

const src = fileURLToPath(new URL('../../', import.meta.url))
const roots = [
  'app/web/ClientPages.tsx',
  'access/SignInPage.tsx',
  'access/JoinPage.tsx',
  'instrument/TabletPage.tsx',
]

/** Every file that these pages are made of, by what they import, now or later. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen
  seen.add(file)
  if (/words[^/]*\.e[ns]\.ts$/.test(file)) return seen
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g))
    reached(resolve(dirname(file), path!), seen)
  return seen
}

const english = [...new Set(roots.flatMap((root) => [...reached(resolve(src, root))]))].filter((file) =>
  /words[^/]*\.en\.ts$/.test(file),
)

/** All that is said in a part; what is put in by a function is said of someone called Ana. */
function saidIn(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function')
    return saidIn((words as (...given: string[]) => unknown)('Ana', 'Ana', 'Ana'))
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(saidIn) : []
}

/** Fewer words than this say more about the words than about how hard they are to read. */
const fewest = 25

test('these are the words of every page that a client opens', () => {
  expect(english.length).toBeGreaterThan(15)
  for (const slice of ['consent', 'course', 'instrument', 'integration', 'preparation', 'safety'])
    expect([slice, english.some((file) => file.includes(`/${slice}/`))]).toEqual([slice, true])
})

describe.each(english.map((file) => file.slice(src.length)))('%s', (name) => {
  test('is read with ease in the eighth year of school, and as plainly in Spanish, part by part', async () => {
    const { en } = (await import(resolve(src, name))) as { en: Record<string, unknown> }
    const { es } = (await import(resolve(src, name.replace('.en.ts', '.es.ts')))) as { es: typeof en }
    const hard = ['', ...Object.keys(en)].flatMap((part) => {
      const [said, dicho] = [saidIn(part ? en[part] : en), saidIn(part ? es[part] : es)]
      if (readingOf(said, syllablesInEnglish).words < fewest) return []
      const [grade, ease] = [gradeOfEnglish(said), easeOfSpanish(dicho)]
      return grade > 8 || ease < 60 ? [`${part}: grade ${grade.toFixed(1)}, ease ${ease.toFixed(0)}`] : []
    })
    expect(hard).toEqual([])
  })
})
