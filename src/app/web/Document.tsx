import type { ReactNode } from 'react'
import type { DrawnWith } from '../../learn/drawn.ts'

type Props = { language: 'en' | 'es'; assets: DrawnWith; children: ReactNode }

/** The title is neutral on every page: it is what a shared screen, a history and a tab show. */
export const Document = ({ language, assets, children }: Props) => (
  <html lang={language} data-spoken={language}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Throughline</title>
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <link rel="icon" href="data:," />
      <script src="/theme.js" />
      {assets.fonts.map((href) => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="" />
      ))}
      {assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {assets.scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </head>
    <body>{children}</body>
  </html>
)
