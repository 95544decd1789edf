import { type ReactNode, useEffect, useRef } from 'react'
import { PlaceProvider, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { useReadingSentence } from '../safety/useReadingSentence.web.ts'
import type { LineState } from './tabletLine.web.ts'
import type { TabletReading } from './useTablet.web.ts'
import { en } from './words.tablet.en.ts'
import { es } from './words.tablet.es.ts'

const words = { en, es }

export type TabletTold = 'telling' | 'not-told' | 'not-passed' | 'listed' | 'told'

/** Only what the server has said: until then no one has been told. */
export function toldOf({
  waiting,
  offline,
  told,
}: Pick<LineState, 'waiting' | 'offline' | 'told'>): TabletTold {
  if (waiting > 0) return offline ? 'not-told' : 'telling'
  return told ?? 'not-passed'
}

type Props = {
  /** What is true of the telling, and nothing more. */
  told: TabletTold
  reading: TabletReading | undefined
  children: ReactNode
}

/** A person is near: they come first. Then 988, at any hour. */
export function TabletHelp({ told, reading, children }: Props) {
  const { help } = useWords(words)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {help.title}
      </h1>
      <p className="tl-lead">{help.lead}</p>
      <div className="tl-tablet-languages">
        <LinkButton kind="act" wide href="tel:988" icon={<Icon name="call" />}>
          {help.call988}
        </LinkButton>
        <LinkButton wide href="tel:911" icon={<Icon name="call" />}>
          {help.call911}
        </LinkButton>
      </div>
      <Notice>
        <output>
          <Said told={told} reading={reading} />
        </output>
      </Notice>
      <div className="tl-row">{children}</div>
    </>
  )
}

/** As on a client's own page: at an hour when nobody reads, word is left for them; and when they read is said. */
function Said({ told, reading: known }: Pick<Props, 'told' | 'reading'>) {
  const { help } = useWords(words)
  const isClosed = known?.reading.declared === true && !known.reading.openNow
  if (told === 'not-told' || told === 'not-passed') return help.told[told]
  if (told === 'listed') return help.left.told
  return (
    <>
      {isClosed ? help.left[told] : help.told[told]}{' '}
      {!known?.reading.openNow && <TabletReads known={known} />}
    </>
  )
}

/** When the team reads, as it is said everywhere. */
export function TabletReads({ known }: { known: TabletReading | undefined }) {
  if (!known) return null
  return (
    <PlaceProvider timeZone={known.timeZone}>
      <Sentence reading={known.reading} />
    </PlaceProvider>
  )
}

const Sentence = ({ reading }: Pick<TabletReading, 'reading'>) => useReadingSentence()(reading)
