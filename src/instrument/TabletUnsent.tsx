import { useEffect, useRef } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { TabletHelp } from './TabletHelp.tsx'
import type { TabletReading } from './useTablet.web.ts'
import { en } from './words.tablet.en.ts'
import { es } from './words.tablet.es.ts'

const words = { en, es }

type Props = { offline: boolean; danger: boolean; reading: TabletReading | undefined }

/** Out of sight, and not lost: the page stays until it has arrived. After an answer about death, help comes first. */
export function TabletUnsent({ offline, danger, reading }: Props) {
  const { unsent, asking } = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const said = (
    <>
      <output className="tl-lead">{offline ? unsent.lead : asking.sending}</output>
      {offline && <p>{unsent.keep}</p>}
    </>
  )
  if (danger)
    return (
      <TabletHelp told={offline ? 'not-told' : 'telling'} reading={reading}>
        <div>{said}</div>
      </TabletHelp>
    )
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {offline ? unsent.title : asking.sending}
      </h1>
      {said}
    </>
  )
}
