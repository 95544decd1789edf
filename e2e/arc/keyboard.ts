import type { Locator, Page } from 'playwright-core'
import { reach, reachRadio } from './focus.ts'
import { button, named, type Hands, type Part } from './hands.ts'
import { until } from './walk.ts'

/** Someone who has no pointer. Everything is reached by Tab and the arrows, and each stop has to show where it is. */
export function keyboard(page: Page): Hands {
  const { keyboard: keys } = page
  const body = page.locator('body')
  const field = (label: string | RegExp, part: Part = body): Locator =>
    part.getByLabel(label, { exact: typeof label === 'string' }).first()
  return {
    page,
    async press(name, part = body) {
      const target = button(part, name)
      await reach(page, target)
      // What is still at work ignores a press, and says so; whoever presses waits for it.
      await until('it can be pressed', async () => (await target.getAttribute('aria-disabled')) !== 'true')
      await keys.press('Enter')
    },
    async unfold(name, part = body) {
      await reach(page, part.locator('summary').filter({ hasText: name }).first())
      await keys.press('Enter')
    },
    async write(label, text, part) {
      await reach(page, field(label, part))
      await keys.press('Control+A')
      await keys.insertText(text)
    },
    async writeWhen(label, when, part) {
      const place = field(label, part)
      await reach(page, place)
      await keys.type(typedIn(when))
      const stands = await place.inputValue()
      if (stands !== when) throw new Error(`typed ${when}, and the field holds ${stands}`)
    },
    async choose(name, part = body) {
      const target = part.getByRole('radio', named(name)).first()
      await reachRadio(page, target)
      if (!(await target.isChecked())) await keys.press('Space')
    },
    async tick(name, part = body) {
      const target = part.getByRole('checkbox', named(name)).first()
      await reach(page, target)
      await keys.press('Space')
      if (!(await target.isChecked())) throw new Error(`the keys did not tick ${String(name)}`)
    },
    async pick(label, option, part = body) {
      const list = part.getByRole('combobox', named(label)).first()
      await reach(page, list)
      await choosing(page, list, option)
    },
    async place(at, part = body) {
      await reach(page, part.getByRole('slider').first())
      await keys.press('Home')
      for (let ten = 10; ten <= at; ten += 10) await keys.press('PageUp')
      for (let one = 0; one < at % 10; one += 1) await keys.press('ArrowRight')
    },
    async upload(label, file) {
      const chooser = page.waitForEvent('filechooser')
      let isOpen = false
      void chooser.then(() => {
        isOpen = true
      })
      await until('the browser’s own file picker opens', async () => {
        await reach(page, field(label))
        await keys.press('Enter')
        await Promise.race([chooser, page.waitForTimeout(2_000)])
        return isOpen
      })
      await (
        await chooser
      ).setFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) })
    },
  }
}

/** A native field for a day takes month, day and year in the order of the browser's own tongue; a time is typed as it stands. */
const typedIn = (when: string): string => {
  const [year, month, day] = when.split('-')
  return day === undefined ? clock(when) : `${month}${day}${year}`
}

const clock = (time: string): string => {
  const [hours = '', minutes = ''] = time.split(':')
  const hour = Number(hours)
  return `${String(hour % 12 || 12).padStart(2, '0')}${minutes}${hour < 12 ? 'AM' : 'PM'}`
}

async function choosing(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  const shown = () => list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.textContent ?? '')
  const is = (words: string) => (typeof option === 'string' ? words === option : option.test(words))
  const among = await list.locator('option').count()
  for (let step = 0; step <= among; step += 1) {
    if (is(await shown())) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`no ${String(option)} in the list by the arrow keys`)
}
