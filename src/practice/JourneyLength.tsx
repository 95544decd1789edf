import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { formatNumber } from '../platform/i18n/format.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { SavedLine } from '../platform/ui/SavedLine.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { readJourneyLength, setJourneyLength } from './practice.contract.ts'
import { en } from './words.settings.en.ts'
import { es } from './words.settings.es.ts'

const words = { en, es }

const offered = [90, 120, 150, 180, 240, 300, 360, 480] as const

/** For how long a journey takes up its room and its people, when journeys are planned. Chosen, it holds at once. */
export function JourneyLength() {
  const { journey } = useWords(words)
  const language = useLanguage()
  const { data, error } = useAsk(readJourneyLength, {})
  const { mutate, variables, error: refused, isPending, isSuccess, submittedAt } = useSend(setJourneyLength)
  if (!data) return error ? <Refusal refused={error} /> : null
  const now = (isPending || isSuccess ? variables?.minutes : undefined) ?? data.minutes
  const all = [...new Set([...offered, now])].toSorted((one, other) => one - other)
  const spoken = (minutes: number) => fill(journey.hours, { n: formatNumber(minutes / 60, language) })
  return (
    <section className="tl-settings-part" aria-labelledby="journey-length">
      <h2 id="journey-length">{journey.title}</h2>
      <p className="tl-quiet-words">{journey.words}</p>
      <Select
        label={journey.label}
        placeholder={journey.choose}
        hint={data.own ? undefined : fill(journey.ours, { rule: data.rule, length: spoken(data.minutes) })}
        options={all.map((minutes) => ({ value: String(minutes), words: spoken(minutes) }))}
        value={String(now)}
        onChange={(minutes) => minutes !== '' && mutate({ id: newId(), minutes: Number(minutes) })}
      />
      <Refusal refused={refused} />
      <SavedLine saved={isSuccess ? { state: 'saved', at: submittedAt } : { state: 'nothing' }} />
    </section>
  )
}
