import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Stores from '../src/platform/offline/stores.ts'
import { openBrowser } from './browser.ts'

/** What keeps a browser's facts, in a real browser, on a page that is otherwise empty. */
const { outputFiles } = await build({
  entryPoints: ['src/platform/offline/stores.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'stores',
})
const browser = await openBrowser()
afterAll(() => browser.close())
const page = await browser.newPage()

beforeAll(async () => {
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>empty</p>' }))
  await page.goto('http://localhost/')
  await page.addScriptTag({ content: outputFiles[0]!.text })
})

declare const stores: typeof Stores

test('what is written is committed once that resolves, and is read in the order it was written', async () => {
  const told = await page.evaluate(async () => {
    const database = await stores.openStores('written', (made) => {
      made.createObjectStore('fact', { keyPath: 'order', autoIncrement: true })
    })
    const open: boolean[] = []
    for (const words of ['first', 'second']) {
      let transaction: IDBTransaction | undefined
      await stores.writeTo(database, 'fact', (store) => {
        ;({ transaction } = store)
        store.add({ words })
      })
      try {
        open.push(transaction!.objectStore('fact') !== undefined)
      } catch {
        open.push(false)
      }
    }
    const read = await stores.readFrom<{ words: string }[]>(database, 'fact', (store) => store.getAll())
    return { open, words: read.map(({ words }) => words) }
  })
  expect(told).toEqual({ open: [false, false], words: ['first', 'second'] })
})

test('what is not kept says so, and undoes all that was written with it', async () => {
  const told = await page.evaluate(async () => {
    const database = await stores.openStores('refused', (made) => {
      made.createObjectStore('fact', { keyPath: 'order' })
    })
    await stores.writeTo(database, 'fact', (store) => store.add({ order: 1 }))
    const said = await stores
      .writeTo(database, 'fact', (store) => {
        store.add({ order: 2 })
        store.add({ order: 1 })
      })
      .then(
        () => 'kept',
        (refusal: DOMException) => refusal.name,
      )
    const gone = await stores
      .writeTo(database, 'fact', (store) => store.transaction.abort())
      .catch((refusal: DOMException) => refusal.name)
    const nowhere = await stores
      .readFrom(database, 'fact', (store) => store.get([] as unknown as string))
      .catch((refusal: DOMException) => refusal.name)
    return { said, gone, nowhere, count: await stores.readFrom(database, 'fact', (store) => store.count()) }
  })
  expect(told).toEqual({ said: 'ConstraintError', gone: 'AbortError', nowhere: undefined, count: 1 })
})
