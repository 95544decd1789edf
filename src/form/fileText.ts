import { NotTaken, type FileFault } from './fault.ts'

/** 1 MiB. */
export const largestFile = 1_048_576
/** Objects in objects; a form is far from it. */
const deepest = 64

type Json = Readonly<Record<string, unknown>>
export type { Json }

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const recordsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** What keeps bytes from being a text in UTF-8 of a size that is read. */
export function faultInBytes(bytes: Uint8Array): FileFault | undefined {
  if (bytes.length > largestFile) return 'too-large'
  const [first, second, third] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'byte-order-mark'
  return bytes.includes(0) ? 'utf-16' : undefined
}

/** The same of a text, however it came here. */
export function faultInText(text: string): FileFault | undefined {
  if (text.length > largestFile || bytesOf(text) > largestFile) return 'too-large'
  if (text.startsWith('\uFEFF')) return 'byte-order-mark'
  if (text.includes('\u0000')) return 'utf-16'
  return text.includes('\uFFFD') ? 'not-utf-8' : undefined
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4
  }
  return bytes
}

/** The file as JSON, no deeper than anything that is read here needs. */
export function jsonOf(text: string): unknown {
  const fault = faultInText(text)
  if (fault) throw new NotTaken(fault)
  const read = parsed(text)
  if (isDeeper(read)) throw new NotTaken('too-deep')
  return read
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new NotTaken('not-json')
  }
}

function isDeeper(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
    if (level.length === 0) return false
  }
  return true
}
