import type { Locator, Page } from 'playwright-core'

/** No page asks for more presses of Tab than this to come to any of its controls. */
const most = 110

/** Tab after Tab until the control has the focus, and is seen to have it. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' })
  await demandPlace(page)
  for (let pressed = 0; pressed <= most; pressed += 1) {
    if (await isFocused(target)) return demandSeen(page)
    await page.keyboard.press('Tab')
  }
  throw new Error(`${most} presses of Tab do not come to ${target.toString()}`)
}

/** One stop of Tab for the whole group; the arrows go on inside it, and choose as they go. */
export async function reachRadio(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' })
  await demandPlace(page)
  const name = await target.getAttribute('name')
  const inGroup = () =>
    page.evaluate(
      (group) => document.activeElement instanceof HTMLInputElement && document.activeElement.name === group,
      name,
    )
  for (let pressed = 0; !(await inGroup()); pressed += 1) {
    if (pressed > most)
      throw new Error(`${most} presses of Tab do not come to the group of ${target.toString()}`)
    await page.keyboard.press('Tab')
  }
  await demandSeen(page)
  for (let step = 0; !(await isFocused(target)); step += 1) {
    if (step > 20) throw new Error(`the arrow keys do not come to ${target.toString()}`)
    await page.keyboard.press('ArrowDown')
  }
}

const begun = new WeakMap<Page, number>()

/** But for a page that was just opened, there is always somewhere that the keys go on from. */
async function demandPlace(page: Page): Promise<void> {
  const { origin, isLost } = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    isLost: document.activeElement === document.body,
  }))
  if (isLost && begun.get(page) === origin)
    throw new Error(`${page.url()}: what had the focus is gone, and nothing took it`)
  begun.set(page, origin)
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((one) => one === one.ownerDocument.activeElement).catch(() => false)

/** What has the focus shows a ring, itself or what is drawn for it, and lies where it can be seen, once the page stands still. */
async function demandSeen(page: Page): Promise<void> {
  const end = Date.now() + 2_000
  for (;;) {
    const hidden = await page.evaluate(whyUnseen)
    if (hidden === undefined) return
    if (Date.now() > end) throw new Error(`${page.url()}: ${hidden}`)
  }
}

/** Runs in the page: the parts of it have to be inside. */
function whyUnseen(): string | undefined {
  /** What is drawn for a field that is hidden: its label, or what stands beside it. */
  const drawnFor = (one: Element): Element[] => {
    if (!(one instanceof HTMLInputElement)) return [one]
    const near = [one.parentElement, one.nextElementSibling, ...(one.labels ?? [])]
    return [one, ...near.flatMap((it) => (it ? [it, ...it.children] : []))]
  }
  const hasRing = (it: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  }
  /** The middle of what of it is on the screen. */
  const middleOf = (it: Element): [x: number, y: number] | undefined => {
    const box = it.getBoundingClientRect()
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)]
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
    return right - left > 4 && bottom - top > 4 ? [(left + right) / 2, (top + bottom) / 2] : undefined
  }
  const one = document.activeElement
  if (!one || one === document.body) return 'nothing has the focus'
  const name = `${one.tagName} “${(one.getAttribute('aria-label') || one.textContent).trim().slice(0, 60)}”`
  const drawn = drawnFor(one)
  const ringed = drawn.filter(hasRing)
  if (ringed.length === 0) return `${name} has the focus and does not show it`
  const middles = ringed.flatMap((it) => [middleOf(it) ?? []].filter((middle) => middle.length === 2))
  if (middles.length === 0) return `${name} has the focus and lies outside the screen`
  const above = middles.map(([x, y]) => document.elementFromPoint(x, y))
  const isOpen = above.some((top) => top && drawn.some((it) => it.contains(top) || top.contains(it)))
  return isOpen ? undefined : `${name} has the focus and lies behind ${above[0]?.outerHTML.slice(0, 80)}`
}
