import { useEffect, useEffectEvent, useState } from 'react'
import { newId } from '../platform/http/ask.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import type { Outbox } from '../platform/offline/useOutbox.web.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Settling } from '../platform/ui/Settling.tsx'
import { BegunIn } from './BegunIn.tsx'
import { AskingReview } from './AskingReview.tsx'
import { untouched } from './asking.ts'
import { keepDraft } from './instrument.contract.ts'
import type { Instrument } from './instrument.ts'
import { Question } from './Question.tsx'
import { keepTabletDraft, sendTablet } from './tablet.contract.ts'
import { TabletHelp, toldOf } from './TabletHelp.tsx'
import { TabletUnsent } from './TabletUnsent.tsx'
import type { Sheet, TabletLine } from './tabletLine.web.ts'
import { useAsking, type View } from './useAsking.web.ts'
import type { Language } from './response.ts'
import type { useTablet } from './useTablet.web.ts'
import { en } from './words.tablet.en.ts'
import { es } from './words.tablet.es.ts'

const words = { en, es }

type Props = {
  instrument: Instrument
  language: Language
  onAnew: (language: Language) => void
  line: TabletLine
  tablet: ReturnType<typeof useTablet>
}

/** The same questions in the same hands as on a client's own page; where it goes is another matter. */
export function TabletAsking({ instrument, language, onAnew, line, tablet }: Props) {
  const [begun] = useState(() => ({ instrument, id: newId(), language, progress: untouched, begun: false }))
  const asking = useAsking(begun, {
    outbox: lineAsOutbox(line),
    personId: '',
    pace: 'one',
    onScreen: undefined,
  })
  const { view, progress, show, danger } = asking
  const { state } = tablet
  useEndangered(tablet, danger)
  const saving = { waiting: state.waiting > 0, offline: state.offline }
  if (view.kind === 'help')
    return <Helped told={toldOf(state)} reading={tablet.reading} view={view} onShow={show} />
  if (view.kind === 'sent') return <TabletUnsent {...{ instrument, line, tablet, danger }} />
  const leave = <Leave onPress={() => void tablet.leave()} />
  if (view.kind !== 'question')
    return (
      <BegunIn instrument={instrument} begunIn={language} onAnew={onAnew}>
        <AskingReview
          {...{ instrument, progress, danger }}
          onChange={(place) => show(asking.at(place))}
          onSend={asking.send}
          later={leave}
        />
      </BegunIn>
    )
  return (
    <>
      <BegunIn instrument={instrument} begunIn={language} onAnew={onAnew}>
        <Question
          key={String(asking.asked[view.place]?.id)}
          {...{ instrument, progress }}
          {...saving}
          onAnswer={asking.answer}
          onLeaveOut={asking.leaveOut}
          place={view.place}
          onGo={(place) => show(asking.at(place))}
        />
      </BegunIn>
      {leave}
    </>
  )
}

type HelpedProps = {
  told: ReturnType<typeof toldOf>
  reading: Props['tablet']['reading']
  view: Extract<View, { kind: 'help' }>
  onShow: (view: View) => void
}

function Helped({ told, reading, view, onShow }: HelpedProps) {
  const { asking: said } = useWords(words)
  return (
    <Settling>
      <TabletHelp told={told} reading={reading}>
        <Button onPress={() => onShow(view.onward)}>{said.onward}</Button>
        <Button kind="link" onPress={() => onShow(view.answered)}>
          {said.slip}
        </Button>
      </TabletHelp>
    </Settling>
  )
}

function Leave({ onPress }: { onPress: () => void }) {
  const { asking } = useWords(words)
  return (
    <Button kind="link" onPress={onPress}>
      {asking.leave}
    </Button>
  )
}

/** An answer about death stays in mind until the tablet is given back. */
function useEndangered({ endanger }: Pick<Props['tablet'], 'endanger'>, danger: boolean) {
  const tell = useEffectEvent(endanger)
  useEffect(() => {
    if (danger) tell()
  }, [danger])
}

/** Whose it is, and which form, the code has said: neither is sent along. */
const lineAsOutbox = (line: TabletLine): Pick<Outbox, 'put'> => ({
  async put(endpoint, asked) {
    const { instrumentVersion, language, answers, withheld, finishedAt } = asked as unknown as Sheet
    const given = { instrumentVersion, language, answers, withheld }
    if (endpoint.path === keepDraft.path || finishedAt === undefined) line.put(keepTabletDraft, given)
    else line.put(sendTablet, { ...given, finishedAt })
  },
})
