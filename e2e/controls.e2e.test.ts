import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daylight, type Gallery, openGallery } from './gallery.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

describe('by keyboard', () => {
  test('a belief is not placed until it is touched, and then moves by one, ten and to its ends', async () => {
    const page = await gallery.open('/design', daylight)
    const slider = page.getByRole('slider').first()
    const said = () => slider.getAttribute('aria-valuetext')
    expect(await said()).toBe('Not placed yet')
    await slider.focus()
    const steps = [
      ['ArrowRight', '51 of 100'],
      ['PageUp', '61 of 100'],
      ['End', '100 of 100'],
      ['Home', '0 of 100'],
    ] as const
    for (const [key, words] of steps) {
      await page.keyboard.press(key)
      expect(await said()).toBe(words)
    }
    await page.context().close()
  })

  test('the middle can be chosen by a press on it', async () => {
    const page = await gallery.open('/design', daylight)
    const track = page.locator('.tl-slider-track').first()
    await track.scrollIntoViewIfNeeded()
    const box = (await track.boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    expect(await page.getByRole('slider').first().getAttribute('aria-valuetext')).toBe('50 of 100')
    await page.context().close()
  })

  test('a dialog keeps the focus inside, closes by Escape and gives the focus back', async () => {
    const page = await gallery.open('/design', daylight)
    const opener = page.getByRole('button', { name: 'Open the dialog' })
    await opener.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Sign this plan' }).waitFor()
    for (let turn = 0; turn < 8; turn += 1) {
      await page.keyboard.press('Tab')
      const where = await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)
      expect(where === 'DIALOG' || where === 'BODY').toBe(true)
      expect(
        await page.evaluate(
          () => document.activeElement?.closest('main') && !document.activeElement.closest('dialog'),
        ),
      ).toBeFalsy()
    }
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.context().close()
  })

  test('the summary of errors takes the focus and leads to the field', async () => {
    const page = await gallery.open('/design', daylight)
    await page.getByRole('button', { name: 'Check the form' }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('tl-summary')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('design-mail')
    await page.context().close()
  })

  test('a list of what is found can be walked and chosen from', async () => {
    const page = await gallery.open('/design', daylight)
    const box = page.getByRole('combobox', { name: 'Medicine' })
    await box.pressSequentially('lis')
    await page.getByRole('option', { name: 'lisinopril' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await box.inputValue()).toBe('lisinopril')
    await page.context().close()
  })

  test('a busy button keeps its width and the focus, and is pressed once', async () => {
    const page = await gallery.open('/design', daylight)
    const button = page.getByRole('button', { name: 'Save' }).first()
    const before = await button.boundingBox()
    await button.focus()
    await page.keyboard.press('Enter')
    const busy = page.locator('button[aria-busy=true]').first()
    expect(await busy.evaluate((element) => element === document.activeElement)).toBe(true)
    expect((await busy.boundingBox())?.width).toBe(before?.width)
    await page.context().close()
  })

  test('the way to the content is the first stop', async () => {
    const page = await gallery.open('/design/staff', daylight)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.context().close()
  })
})

describe('leave quickly', () => {
  const neutral = 'https://www.weather.gov/'

  async function leaving(path: string) {
    const context = await gallery.browser.newContext()
    await context.route(neutral, (route) =>
      route.fulfill({ body: '<title>Weather</title>', contentType: 'text/html' }),
    )
    const page = await context.newPage()
    await page.goto(`${gallery.origin}/design`)
    await page.goto(gallery.origin + path, { waitUntil: 'networkidle' })
    await page.evaluate(() => sessionStorage.setItem('draft', 'words'))
    return page
  }

  test('three presses of Shift leave, empty the session and leave nothing for the Back button', async () => {
    const page = await leaving('/design/client')
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    await page.waitForURL(neutral)
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/design')
    expect(await page.evaluate(() => sessionStorage.getItem('draft'))).toBeNull()
    await page.context().close()
  })

  test('the button does the same', async () => {
    const page = await leaving('/design/client')
    await page.getByRole('link', { name: 'Leave quickly' }).click()
    await page.waitForURL(neutral)
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/design')
    await page.context().close()
  })

  test('writing capital letters does not leave', async () => {
    const page = await leaving('/design/door')
    await page.getByLabel('E-mail').focus()
    for (const letter of 'ABCD') await page.keyboard.press(`Shift+${letter}`)
    await page.waitForTimeout(200)
    expect(new URL(page.url()).pathname).toBe('/design/door')
    await page.context().close()
  })

  test('says how many presses are left', async () => {
    const page = await leaving('/design/client')
    await page.keyboard.press('Shift')
    expect(await page.locator('.tl-leave output').textContent()).toContain('two more times')
    await page.context().close()
  })
})
