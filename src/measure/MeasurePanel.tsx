import { useMemo, useRef, useState } from 'react'
import { fill } from '../platform/i18n/fill.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Icon } from '../platform/ui/Icon.tsx'
import { courseOf } from './drawn.web.ts'
import { inOrder } from './meaning.web.ts'
import './measure.css'
import type { MeasureNow, Measures } from './measure.contract.ts'
import { MeasureCourse } from './MeasureCourse.tsx'
import { OwnForms } from './OwnScores.tsx'
import { MeasureGlance } from './MeasureGlance.tsx'
import { useCalled } from '../instrument/useCalled.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

/** For the team: everything at a glance, worse and unknown first; then one of them in full. */
export function MeasurePanel({ data }: { data: Measures }) {
  const own = useWords(words)
  const [chosenId, choose] = useState<string>()
  const shown = useRef<HTMLDivElement>(null)
  const course = useMemo(() => courseOf(data, own), [data, own])
  const measures = inOrder(data.measures.filter(({ responses }) => responses.length > 0))
  const chosen = measures.find(({ instrument }) => instrument.id === chosenId) ?? measures[0]
  if (!chosen)
    return (
      <section className="tl-measures" aria-labelledby="measures">
        <h2 id="measures">{own.title}</h2>
        {data.forms.length === 0 && <EmptyState title={own.empty}>{own.emptyWords}</EmptyState>}
        <InVain measures={data.measures} />
        <OwnForms forms={data.forms} course={course} />
      </section>
    )
  const show = (id: string) => {
    choose(id)
    shown.current?.focus({ preventScroll: true })
    shown.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <section className="tl-measures" aria-labelledby="measures">
      <header className="tl-measures-head">
        <h2 id="measures">{measures.length > 1 ? own.glance : own.title}</h2>
        <Button size="small" icon={<Icon name="print" />} onPress={() => window.print()}>
          {own.prints}
        </Button>
      </header>
      {measures.length > 1 && (
        <MeasureGlance measures={measures} course={course} chosen={chosen.instrument.id} onChoose={show} />
      )}
      <InVain measures={data.measures} />
      <div ref={shown} tabIndex={-1} className="tl-measure-shown" id="measure-shown">
        <MeasureCourse key={chosen.instrument.id} measure={chosen} course={course} />
      </div>
      <OwnForms forms={data.forms} course={course} />
      <p className="tl-quiet-words">{own.aid}</p>
    </section>
  )
}

/** Asked, and never answered: there is nothing to draw, and nothing is known. */
function InVain({ measures }: { measures: readonly MeasureNow[] }) {
  const own = useWords(words)
  const language = useLanguage()
  const called = useCalled()
  const asked = measures.filter(({ responses }) => responses.length === 0)
  if (asked.length === 0) return null
  const names = asked.map(
    ({ instrument, unanswered }) => `${called(instrument.name)} (${unanswered.length}×)`,
  )
  return <p>{fill(own.inVain, { names: listed(language, names) })}</p>
}
