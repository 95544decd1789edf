import { readFile } from 'node:fs/promises'
import { pageAddress } from './address.ts'
import { readPage, sourcesOf, type Page } from './page.ts'
import { slugs, type Slug } from './slug.ts'
import type { Source, Sources } from './source.ts'
import type { LearnView, NumberedSource, SourcesView } from './view.ts'

export type Language = 'en' | 'es'
export const languages: readonly Language[] = ['en', 'es']

export interface Library {
  readonly pages: readonly LearnView[]
  readonly sources: readonly SourcesView[]
}

const shelf = new URL('../../content/learn/', import.meta.url)
const text = (name: string) => readFile(new URL(name, shelf), 'utf8')

/** Every page in both languages, read once when the server starts. */
export async function openLibrary(): Promise<Library> {
  const kept = JSON.parse(await text('sources.json')) as Sources
  const read = await Promise.all(languages.map((language) => shelfIn(language, kept)))
  return {
    pages: read.flat(),
    sources: languages.map((language) => ({
      language,
      path: pageAddress('en', 'sources'),
      checkedOn: kept.checkedOn,
      sources: numbered(kept.sources),
    })),
  }
}

async function shelfIn(language: Language, { sources, checkedOn }: Sources): Promise<LearnView[]> {
  const pages = await Promise.all(
    slugs.map(async (slug) => ({ slug, page: readPage(await text(`${slug}.${language}.md`)) })),
  )
  const titles = pages.map(({ slug, page }) => ({ slug, title: page.title, teaser: page.teaser }))
  return pages.map(({ slug, page }) => ({
    language,
    slug,
    path: pageAddress('en', slug),
    page,
    sources: sourcesFor(slug, page, sources),
    checkedOn,
    shelf: titles,
  }))
}

function sourcesFor(slug: Slug, page: Page, sources: readonly Source[]): NumberedSource[] {
  const used = sourcesOf(page).map((key) => {
    const source = sources.find((kept) => kept.key === key)
    if (!source) throw new Error(`the page ${slug} points at ${key}, which content/learn/sources.json lacks`)
    return source
  })
  return numbered(used)
}

const numbered = (sources: readonly Source[]): NumberedSource[] =>
  sources.map((source, index) => ({ ...source, number: index + 1 }))
