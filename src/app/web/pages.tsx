import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { LearnFront } from '../../learn/LearnFront.tsx'
import { LearnPage, SourcesPage } from '../../learn/LearnPage.tsx'
import type { Draw, DrawnWith, Pages } from '../../learn/drawn.ts'
import { Document } from './Document.tsx'

/** The pages drawn on the server. Built apart (`vite build --ssr`), because the server itself reads no TSX. */
export function pagesWith(assets: DrawnWith): Pages {
  const drawing =
    <View extends { language: 'en' | 'es' }>(Page: (props: { view: View }) => ReactElement): Draw<View> =>
    (view) =>
      `<!doctype html>${renderToStaticMarkup(
        <Document language={view.language} assets={assets}>
          <Page view={view} />
        </Document>,
      )}`
  return {
    learn: drawing(({ view }) =>
      view.slug === 'what' ? <LearnFront view={view} /> : <LearnPage view={view} />,
    ),
    sources: drawing(SourcesPage),
  }
}
