import { readFile } from 'node:fs/promises'
import type { DoorScript, Drawn, DrawnWith, Pages } from '../learn/drawn.ts'

interface Built {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly assets?: readonly string[]
}

/** The faces every page shows. Fetched with the page, so that the private check asks for nothing once it has begun. */
const firstFonts = [
  'newsreader-latin-opsz-normal',
  'newsreader-latin-wght-italic',
  'atkinson-hyperlegible-next-latin-wght-normal',
]

/** Brings in the built pages (`dist/pages`, `dist/web`), once. */
export function drawnFrom(dist: URL): Drawn {
  let pages: Promise<Pages> | undefined
  return () => (pages ??= open(dist))
}

async function open(dist: URL): Promise<Pages> {
  const manifest = JSON.parse(await readFile(new URL('web/.vite/manifest.json', dist), 'utf8')) as Record<
    string,
    Built
  >
  const { pagesWith } = (await import(new URL('pages/pages.js', dist).href)) as {
    pagesWith: (assets: DrawnWith) => Pages
  }
  return pagesWith(assetsIn(manifest))
}

const scripts: readonly (readonly [DoorScript, string])[] = [
  ['door', 'door.web.ts'],
  ['fit', '../../fit/fit.web.ts'],
]

const fileOf = (name: DoorScript, built: Built | undefined): [DoorScript, string][] =>
  built ? [[name, `/${built.file}`]] : []

export function assetsIn(manifest: Readonly<Record<string, Built>>): DrawnWith {
  const sheet = manifest['door.css']
  const fonts = (sheet?.assets ?? []).filter((file) => firstFonts.some((font) => file.includes(`/${font}-`)))
  return {
    styles: sheet ? [`/${sheet.file}`] : [],
    fonts: fonts.map((file) => `/${file}`),
    scripts: Object.fromEntries(scripts.flatMap(([name, source]) => fileOf(name, manifest[source]))),
  }
}
