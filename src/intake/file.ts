import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import { referralLimits, type ReferralFault } from './referral.ts'

type Refused = Outcome<unknown, ReferralFault>

/**
 * Reads a file that came from outside as JSON, or refuses it whole. A key that stands twice in one object is
 * damage, because two readers would see two different truths; so are keys that only an attack would carry.
 */
export function openFile(text: string): Refused {
  if (text.length > referralLimits.characters) return refuse('referral-too-large')
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  const keys = walkKeys(plain)
  if (keys === 'too-deep') return refuse('referral-too-large')
  try {
    const value: unknown = JSON.parse(plain)
    return keys === 'sound' ? accept(value) : refuse('referral-damaged')
  } catch {
    // The parser's own message quotes the file, so it goes nowhere.
    return refuse('referral-damaged')
  }
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const [quote, backslash, colon] = [34, 92, 58]

/** One pass over the characters: how deep it nests, and whether any object names a key twice. */
function walkKeys(text: string): 'sound' | 'too-deep' | 'unsound' {
  const open: Set<string>[] = []
  let verdict: 'sound' | 'unsound' = 'sound'
  let word = ''
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at)
    if (char === quote) {
      const end = closingQuote(text, at)
      word = text.slice(at, end + 1)
      at = end
    } else if (char === colon) {
      if (!takesKey(open.at(-1), word)) verdict = 'unsound'
    } else if (isOpening(char)) open.push(new Set())
    else if (isClosing(char)) open.pop()
    if (open.length > referralLimits.depth) return 'too-deep'
  }
  return verdict
}

const isOpening = (char: number) => char === 123 || char === 91
const isClosing = (char: number) => char === 125 || char === 93

function closingQuote(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1
  return at
}

function takesKey(seen: Set<string> | undefined, quoted: string): boolean {
  const key = unquoted(quoted)
  if (!seen || forbidden.has(key) || seen.has(key)) return false
  seen.add(key)
  return true
}

function unquoted(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}
