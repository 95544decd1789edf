import type { Page } from 'playwright-core'
import { button, named, type Hands } from './hands.ts'

/** Someone with a pointer, or a finger, and a keyboard to write with. */
export function pointer(page: Page): Hands {
  return {
    page,
    press: (name, part = page.locator('body')) => button(part, name).click(),
    unfold: (name, part = page.locator('body')) =>
      part.locator('summary').filter({ hasText: name }).first().click(),
    write: (label, text, part = page.locator('body')) =>
      part
        .getByLabel(label, { exact: typeof label === 'string' })
        .first()
        .fill(text),
    writeWhen: (label, when, part = page.locator('body')) =>
      part
        .getByLabel(label, { exact: typeof label === 'string' })
        .first()
        .fill(when),
    // The field itself is drawn by its label, which is what a finger meets, once it stands still.
    choose: (name, part = page.locator('body')) =>
      part.getByRole('radio', named(name)).first().locator('xpath=ancestor::label[1]').click(),
    tick: (name, part = page.locator('body')) => part.getByRole('checkbox', named(name)).first().check(),
    async pick(label, option, part = page.locator('body')) {
      const list = part.getByRole('combobox', named(label)).first()
      await list.locator('option').filter({ hasText: option }).first().waitFor({ state: 'attached' })
      const words = await list.locator('option').filter({ hasText: option }).first().textContent()
      await list.selectOption({ label: words ?? '' })
    },
    async place(at, part = page.locator('body')) {
      const track = part.locator('.tl-slider-track').first()
      await track.scrollIntoViewIfNeeded()
      const box = await track.boundingBox()
      if (!box) throw new Error('the slider is not on the screen')
      await page.mouse.click(box.x + (box.width * at) / 100, box.y + box.height / 2)
    },
    async upload(label, file) {
      const field = page.getByLabel(label).first()
      await field.setInputFiles({
        name: file.name,
        mimeType: 'application/json',
        buffer: Buffer.from(file.text),
      })
    },
  }
}
