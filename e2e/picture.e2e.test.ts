import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daylight, type Gallery, openGallery } from './gallery.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

describe('the picture of a course', () => {
  test.each([760, 900, 1040, 1280, 1600])(
    'has no two words that lie on each other at %i pixels',
    async (width) => {
      for (const dress of [daylight, { theme: 'low', language: 'es' } as const]) {
        const page = await gallery.open('/design/threads', dress, {
          viewport: { width: width + 100, height: 900 },
        })
        await page.evaluate(() => {
          for (const box of document.querySelectorAll<HTMLInputElement>('#client input')) box.click()
        })
        expect(await page.evaluate(overlaps)).toEqual([])
        await page.context().close()
      }
    },
  )

  test('shows a client no number until they choose a line, and then that line', async () => {
    const page = await gallery.open('/design/threads', daylight)
    const picture = page.locator('#client figure:not(.tl-thread-printed)')
    const words = async () =>
      (await picture.locator('text').allTextContents()).map((text) => text.replaceAll(' ', ''))
    expect(await words()).toContain('Thealarmisold')
    expect(await words()).not.toContain('19')
    expect(await page.locator('#client .tl-thread-sentences').count()).toBe(0)
    await page.locator('#client').getByLabel('Low mood').check()
    expect(await words()).toContain('19')
    expect(await page.locator('#client .tl-thread-sentences').textContent()).toContain('From 19 to 8')
    await page.context().close()
  })

  test('shows others a lock where the client keeps words to themselves', async () => {
    const page = await gallery.open('/design/threads', daylight)
    const own = 'What I saw by the water'
    expect(await page.locator('#client').textContent()).toContain(own)
    expect(await page.locator('#staff').textContent()).not.toContain(own)
    expect(await page.locator('#staff').textContent()).toContain('Kept private')
    await page.context().close()
  })

  test('is a story in order on a phone, with every line closed', async () => {
    const page = await gallery.open('/design/threads', daylight, { viewport: { width: 390, height: 844 } })
    const client = page.locator('#client')
    expect(await client.locator('ol > li h2').allTextContents()).toEqual([
      'Preparation',
      'First journey',
      'Second journey',
      'Third journey',
      'What comes next',
    ])
    expect(await client.locator('.tl-thread-lines details[open]').count()).toBe(0)
    await page.context().close()
  })

  test.each(['A4', 'Letter'])('prints on one page of %s, from a desktop and from a phone', async (format) => {
    for (const width of [1280, 390])
      for (const course of ['staff', 'client', 'twelve']) {
        const page = await gallery.open('/design/threads', daylight, { viewport: { width, height: 844 } })
        await page.evaluate((kept) => {
          for (const other of document.querySelectorAll('.tl-design-threads > :not(h2)'))
            if (other.id !== kept) other.remove()
        }, course)
        const paper = await page.pdf({ format, preferCSSPageSize: false, landscape: true })
        expect(
          [...paper.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)],
          `${course} at ${width}`,
        ).toHaveLength(1)
        await page.context().close()
      }
  })
})

/** Runs in the page: words drawn over other words in any picture that is seen. */
function overlaps(): string[] {
  const found: string[] = []
  for (const picture of document.querySelectorAll('figure:not(.tl-thread-printed) > svg')) {
    const seen = [...picture.querySelectorAll('text')].map((text) => ({
      text,
      box: text.getBoundingClientRect(),
    }))
    seen.forEach(({ text, box }, place) => {
      for (const other of seen.slice(place + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        // A line's box is taller than its letters, so a touch of boxes is not a touch of words.
        if (across > 1 && down > 4) found.push(`${text.textContent} | ${other.text.textContent}`)
      }
    })
  }
  return found
}
