import type { FileFault } from './fault.ts'
import { faultInBytes } from './fileText.ts'

export type FileRead = { readonly text: string } | { readonly fault: FileFault }

/** The file as text, exactly; or what keeps it from being one. Nothing leaves the browser here. */
export async function textOfFile(file: File): Promise<FileRead> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const fault = faultInBytes(bytes)
  if (fault) return { fault }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { fault: 'not-utf-8' }
  }
}

/** Hands a text over as a file, under a name that tells nothing. */
export function handOver(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
