import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { FindPage } from '../../find/FindPage.tsx'
import { ListingPage } from '../../find/ListingPage.tsx'
import { SentPage, WritePage } from '../../find/WritePage.tsx'
import { FitPage } from '../../fit/FitPage.tsx'
import { LearnFront } from '../../learn/LearnFront.tsx'
import { LearnPage, SourcesPage } from '../../learn/LearnPage.tsx'
import { LostPage } from '../../learn/LostPage.tsx'
import type { DoorScript, Draw, DrawnWith, Pages } from '../../learn/drawn.ts'
import { Document } from './Document.tsx'

type Drawing<View> = (props: { view: View }) => ReactElement

/** The pages drawn on the server. Built apart (`vite build --ssr`), because the server itself reads no TSX. */
export function pagesWith(assets: DrawnWith): Pages {
  const drawing =
    <View extends { language: 'en' | 'es' }>(Page: Drawing<View>, ...more: DoorScript[]): Draw<View> =>
    (view) =>
      `<!doctype html>${renderToStaticMarkup(
        <Document language={view.language} assets={assets} scripts={['door', ...more]}>
          <Page view={view} />
        </Document>,
      )}`
  return {
    learn: drawing(({ view }) =>
      view.slug === 'what' ? <LearnFront view={view} /> : <LearnPage view={view} />,
    ),
    sources: drawing(SourcesPage),
    lost: drawing(LostPage),
    fit: drawing(FitPage, 'fit'),
    find: drawing(FindPage),
    listing: drawing(ListingPage),
    write: drawing(WritePage),
    sent: drawing(SentPage),
  }
}
