import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync('src/platform/ui/tokens.css', 'utf8')

const tokensIn = (start: string): Record<string, string> => {
  const body = sheet.slice(sheet.indexOf(start)).split('}')[0] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name, value]) => [name, value]),
  )
}

const light = tokensIn(':root {')
const low = { ...light, ...tokensIn("[data-theme='low'] {") }
const print = { ...light, ...tokensIn('@media print') }

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const full = hex.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3').slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [high = 0, deep = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (deep + 0.05)
}

const grounds = ['paper', 'sheet', 'sunk']
const cross = (fronts: string[], backs: string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const))

/** Words on what they may lie on: 7 to 1, so that client pages reach AAA. */
const words = [
  ...cross(['ink', 'ink-2', 'prep-ink', 'jour-ink', 'integ-ink', 'ok-ink', 'wait-ink', 'stop-ink'], grounds),
  ...cross(['ink', 'ink-2'], ['over', 'stop-wash', 'wait-wash']),
  ['prep-ink', 'prep-wash'],
  ['jour-ink', 'jour-wash'],
  ['integ-ink', 'integ-wash'],
  ['ok-ink', 'ok-wash'],
  ['wait-ink', 'wait-wash'],
  ['stop-ink', 'stop-wash'],
  ['on-act', 'act'],
  ['on-act', 'act-over'],
] as const

/** What must be seen to be used: 3 to 1. */
const shapes = [
  ...cross(['edge', 'focus', 'ok', 'wait', 'stop', 'prep', 'jour', 'integ'], grounds),
  ...cross(['prep', 'jour', 'integ'], ['jour-wash']),
  ...cross(['stop'], ['stop-wash']),
  ...cross(['wait'], ['wait-wash']),
] as const

describe.each([
  ['light', light],
  ['low light', low],
])('%s', (_, tokens) => {
  test.each(words)('%s on %s can be read by everyone', (front, back) => {
    expect(contrast(tokens[front]!, tokens[back]!)).toBeGreaterThanOrEqual(7)
  })
  test.each(shapes)('%s on %s can be seen', (front, back) => {
    expect(contrast(tokens[front]!, tokens[back]!)).toBeGreaterThanOrEqual(3)
  })
})

test.each(cross(['ink', 'ink-2', 'prep-ink', 'jour-ink', 'integ-ink', 'stop-ink'], grounds))(
  '%s on %s can be read on paper',
  (front, back) => {
    expect(contrast(print[front]!, print[back]!)).toBeGreaterThanOrEqual(7)
  },
)

test('low light has no pure white and changes every colour but print’s', () => {
  const changed = tokensIn("[data-theme='low'] {")
  expect(Object.keys(changed).toSorted()).toEqual(Object.keys(light).toSorted())
  expect(Object.values(changed)).not.toContain('#ffffff')
  expect(Object.values(changed)).not.toContain('#fff')
})
