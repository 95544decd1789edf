import type { Page } from 'playwright-core'

/** The pictures that the documents show, and the screen each is taken on. `PICTURES=1` takes them anew. */
const kept: Readonly<Record<string, { file: string; width: number; height: number }>> = {
  home: { file: 'home', width: 1280, height: 860 },
  find: { file: 'find', width: 1280, height: 860 },
  'client-home': { file: 'client-home-phone', width: 390, height: 844 },
  order: { file: 'order', width: 1280, height: 1490 },
  ready: { file: 'ready', width: 1280, height: 1180 },
  room: { file: 'session-room', width: 1180, height: 1090 },
  thread: { file: 'thread', width: 1280, height: 1200 },
  'thread-client': { file: 'client-thread-phone', width: 390, height: 844 },
}

const folder = 'docs/pictures'

/** From the top of the page, with no pointer on it, and nothing still on its way. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const wanted = kept[name]
  const size = page.viewportSize()
  if (process.env['PICTURES'] !== '1' || !wanted || !size) return
  await page.setViewportSize(wanted)
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.scrollTo(0, 0)
    return document.fonts.ready.then(() => undefined)
  })
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'))
  await page.screenshot({ path: `${folder}/${wanted.file}.png` })
  await page.setViewportSize(size)
}
