import type { Page } from 'playwright-core'

export const shown = (page: Page, part: string) => page.locator(`[data-part=${part}]:not([hidden])`)

/** Answers every question, as one who has nothing to report but for `answers`. */
export async function answerAll(page: Page, answers: Readonly<Record<string, string>> = {}) {
  await page.locator('[data-begin] button').click()
  for (;;) {
    const card = shown(page, 'question')
    if ((await card.count()) === 0) return
    const id = (await card.getAttribute('data-question'))!
    const clear = (await card.getAttribute('data-concern')) === 'yes' ? 'no' : 'yes'
    await card.locator(`[data-answer=${answers[id] ?? clear}]`).click()
    const goOn = shown(page, 'help').locator('[data-go-on] button')
    if ((await goOn.count()) > 0) await goOn.click()
  }
}
