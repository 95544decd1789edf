import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { AnsweredList } from './AskingReview.tsx'
import type { Instrument } from './instrument.ts'
import { TabletHelp, toldOf } from './TabletHelp.tsx'
import type { Sheet, TabletLine } from './tabletLine.web.ts'
import { forget, type useTablet } from './useTablet.web.ts'
import { en } from './words.tablet.en.ts'
import { es } from './words.tablet.es.ts'

const words = { en, es }

type Props = {
  instrument: Instrument
  line: TabletLine
  tablet: Pick<ReturnType<typeof useTablet>, 'state' | 'reading'>
  danger: boolean
}

/** Out of sight, and not lost: the page stays until it has arrived. After an answer about death, help comes first. */
export function TabletUnsent({ instrument, line, tablet: { state, reading }, danger }: Props) {
  const { unsent, refused, asking } = useWords(words)
  const said = state.refused ? (
    <NotTaken instrument={instrument} sheet={state.refused} onForget={() => void forget(line)} />
  ) : (
    <>
      <output className="tl-lead">{state.offline ? unsent.lead : asking.sending}</output>
      {state.offline && <p>{unsent.keep}</p>}
    </>
  )
  const title = state.refused ? refused.title : state.offline ? unsent.title : asking.sending
  if (!danger) return <Headed title={title}>{said}</Headed>
  return (
    <TabletHelp told={toldOf(state)} reading={reading}>
      <div className="tl-tablet-unsent">{said}</div>
    </TabletHelp>
  )
}

function Headed({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [title])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </>
  )
}

type NotTakenProps = { instrument: Instrument; sheet: Sheet; onForget: () => void }

/** It is nowhere else: whoever gets the tablet back can read it, write it down, and only then let it go. */
function NotTaken({ instrument, sheet, onForget }: NotTakenProps) {
  const { refused } = useWords(words)
  return (
    <>
      <p className="tl-lead">{refused.lead}</p>
      <p>{refused.keep}</p>
      <Disclosure title={refused.answers}>
        <AnsweredList instrument={instrument} progress={sheet} language={sheet.language} />
      </Disclosure>
      <Button onPress={onForget}>{refused.forget}</Button>
    </>
  )
}
