import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What is the same in both languages and is meant to be: names, units, abbreviations, keys of a keyboard. */
const same = new Set([
  'Throughline',
  'English',
  'Español',
  'No',
  'Error',
  'Total',
  'PHQ-9',
  'GAD-7',
  'REMS',
  'mmHg',
  '{n} mmHg',
  'mg',
  'kg',
  'min',
  'km',
  'n',
  'x',
  'alcohol',
  'neutral',
  'normal',
])

const english = globSync('src/**/words*.en.ts').map((file) => file.replaceAll('\\', '/'))

type Said = { readonly path: string; readonly said: unknown }

function leaves(words: unknown, path = ''): Said[] {
  if (typeof words !== 'object' || words === null) return [{ path, said: words }]
  return Object.entries(words).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

const shape = (words: unknown) =>
  leaves(words).map(
    ({ path, said }) => `${path} ${typeof said === 'function' ? `function of ${said.length}` : typeof said}`,
  )

/** A function is asked with its parameters' places in order, so that its words can be read too. */
const textOf = (said: unknown): string => {
  if (typeof said !== 'function') return String(said)
  try {
    return String(said(...Array.from({ length: said.length }, (_, place) => `{${place}}`)))
  } catch {
    return String(said)
  }
}

const hasLetters = (text: string) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''))

/** Empty on purpose: a text message to 988 needs no word in English; a member is named by their own name alone. */
const mayBeEmpty = new Set(['help.textBody', 'record.who.member'])

test('there are words to compare', () => expect(english.length).toBeGreaterThan(2))

describe.each(english)('%s', async (file) => {
  const { en } = await import(resolve(file))
  const { es } = await import(resolve(file.replace(/\.en\.ts$/, '.es.ts')))

  test('has the same words in Spanish, key by key, with functions of equal arity', () => {
    expect(shape(es)).toEqual(shape(en))
  })

  test('leaves no words empty in either language', () => {
    const empty = [...leaves(en), ...leaves(es)].filter(({ said }) => textOf(said).trim() === '')
    expect(empty.map(({ path }) => path).filter((path) => !mayBeEmpty.has(path))).toEqual([])
  })

  test('says in Spanish something else than in English', () => {
    const spanish = new Map(leaves(es).map(({ path, said }) => [path, textOf(said)]))
    const untranslated = leaves(en)
      .map(({ path, said }) => ({ path, text: textOf(said) }))
      .filter(({ path, text }) => hasLetters(text) && spanish.get(path) === text && !same.has(text))
    expect(untranslated).toEqual([])
  })
})

/** "Clínica" stands in Spanish for other people's clinics, and where it is an adjective; whoever reads is at the consultorio. */
const otherClinics = [/^Lo que hace una clínica$/, /la de una clínica$/]

test.each(globSync('src/**/words*.es.ts'))('%s calls the practice by its one name', async (file) => {
  const { es } = (await import(resolve(file))) as { es: unknown }
  const called = leaves(es)
    .map(({ said }) => textOf(said))
    .filter((text) => /\b(la|una|su|nuestra) clínica\b|^clínica( |$)/iu.test(text))
    .filter((text) => !otherClinics.some((other) => other.test(text)))
  expect(called).toEqual([])
})
