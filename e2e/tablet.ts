import type { Page } from 'playwright-core'

/** A member makes a code for a form and reads it out. */
export async function codeFrom(page: Page, form: string) {
  await page.getByLabel('Which form').selectOption({ label: form })
  await page.getByRole('button', { name: 'Make a code' }).click()
  return (await page.locator('.tl-hand-code output').innerText()).replaceAll(' ', '')
}

export async function typeCode(page: Page, code: string, open = 'Open') {
  await page.goto('/tablet')
  await page.getByLabel(/Code|Código/).fill(code)
  await page.getByRole('button', { name: open, exact: true }).click()
}

/** What is left in this browser of whoever was there. */
export const residue = (page: Page) =>
  page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((done, failed) => {
      const asked = indexedDB.open('throughline')
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => failed(asked.error)
    })
    const count = (store: string) =>
      new Promise<number>((done) => {
        const asked = opened.transaction(store).objectStore(store).count()
        asked.onsuccess = () => done(asked.result)
      })
    const stores = await Promise.all([...opened.objectStoreNames].map(count))
    opened.close()
    return {
      storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(
        (key) => key !== 'tl-theme' && key !== 'tl-told',
      ),
      rows: stores.reduce((sum, one) => sum + one, 0),
      caches: (await caches.keys()).filter((name) => !name.startsWith('throughline-app-')),
      said: document.body.innerText,
    }
  })

export const nothingOf = { storage: [], rows: 0, caches: [] }
