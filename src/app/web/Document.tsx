import type { ReactNode } from 'react'
import type { DoorScript, DrawnWith } from '../../learn/drawn.ts'

type Props = { language: 'en' | 'es'; assets: DrawnWith; scripts: readonly DoorScript[]; children: ReactNode }

/** The title is neutral on every page: it is what a shared screen, a history and a tab show. */
export const Document = ({ language, assets, scripts, children }: Props) => (
  <html lang={language} data-spoken={language}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Throughline</title>
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
      {scripts.map(
        (name) => assets.scripts[name] && <script key={name} type="module" src={assets.scripts[name]} />,
      )}
    </head>
    <body>{children}</body>
  </html>
)
