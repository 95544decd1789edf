import { useState } from 'react'
import { fill } from '../platform/i18n/fill.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed, plural } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import type { LineProps } from './line.web.ts'
import { ScheduleLineForm } from './ScheduleLineForm.tsx'
import { reachesBack } from './setting.ts'
import { askingOf, type Typed } from './settingTyped.ts'
import { useCalled } from '../instrument/useCalled.web.ts'
import { en } from './words.schedule.en.ts'
import { es } from './words.schedule.es.ts'

const words = { en, es }

/** One time, in words; opened to be changed, and when something in it is wrong. */
export function ScheduleLine(props: LineProps) {
  const { place, line, source, instruments, faults } = props
  const said = useWords(words)
  const language = useLanguage()
  const [isOpen, open] = useState(line.instruments.length === 0)
  const called = useCalled()
  const names = line.instruments.map((id) => called(instruments.find((each) => each.id === id)?.name ?? id))
  const when = useWhen(line)
  const window = useWindow(line)
  return (
    <li>
      <h2>{when}</h2>
      {names.length > 0 && <p>{listed(language, names)}</p>}
      <p className="tl-quiet-words">
        {window} {source && fill(said.source, { source: source[language] })}
      </p>
      <ReachesBack line={line} instruments={instruments} />
      {faults.map(({ fault }) => (
        <p key={fault} className="tl-error" role="alert">
          {said.faults[fault]}
        </p>
      ))}
      {!isOpen && (
        <Button size="small" label={fill(said.changeOf, { n: place + 1 })} onPress={() => open(true)}>
          {said.change}
        </Button>
      )}
      {isOpen && <ScheduleLineForm {...props} />}
    </li>
  )
}

/** What the time that a form asks about means so soon after a dose: said, and left to the practice. */
function ReachesBack({ line, instruments }: Pick<LineProps, 'line' | 'instruments'>) {
  const said = useWords(words)
  const language = useLanguage()
  const called = useCalled()
  const asking = askingOf(line)
  return instruments
    .filter(({ id, recallDays }) => line.instruments.includes(id) && reachesBack(asking, recallDays))
    .map(({ id, name, recallDays }) => (
      <p key={id} className="tl-quiet-words">
        {fill(plural(language, recallDays ?? 0, said.reachesBack), { name: called(name) })}
      </p>
    ))
}

function useWhen({ on, unit, count }: Typed): string {
  const said = useWords(words)
  const language = useLanguage()
  const number = Number(count.replace('−', '-'))
  const what = said.anchor[on]
  if (!Number.isFinite(number) || number === 0) return fill(said.atOnce, { what })
  const before = unit === 'hours' ? said.beforeHours : said.beforeDays
  const after = unit === 'hours' ? said.afterHours : said.afterDays
  return fill(plural(language, Math.abs(number), number < 0 ? before : after), { what })
}

/** For how long it may be answered, and when it is called to mind once. */
function useWindow({ opens, closes, remind }: Typed): string {
  const said = useWords(words)
  const spanOf = useSpan()
  const isNone = (typed: string) => typed.trim() !== '' && Number(typed) === 0
  const window = fill(isNone(opens) ? said.windowThen : said.window, {
    opens: spanOf(opens),
    closes: spanOf(closes),
  })
  if (remind.trim() === '') return `${window} ${said.noReminder}`
  return `${window} ${fill(isNone(remind) ? said.reminderThen : said.reminder, { n: spanOf(remind) })}`
}

/** Whole days where they are two or more, as people say it; as typed where it is no number. */
function useSpan(): (typed: string) => string {
  const { span } = useWords(words)
  const language = useLanguage()
  return (typed) => {
    const hours = Number(typed)
    if (!Number.isInteger(hours)) return typed
    const days = hours >= 48 && hours % 24 === 0
    return plural(language, days ? hours / 24 : hours, days ? span.days : span.hours)
  }
}
