import { fill } from '../platform/i18n/fill.ts'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { listed, plural } from '../platform/i18n/plural.ts'
import { Notice } from '../platform/ui/Notice.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import type { Report } from './form.ts'
import { en } from './words.danger.en.ts'
import { es } from './words.danger.es.ts'

const words = { en, es }

/** A question that reads as if it were about death, where no answer is to reach anyone: said, and left to the practice. */
export function LookAgain({ report }: { report: Report }) {
  const said = useWords(words)
  const language = useLanguage()
  const { danger } = report.hints
  if (danger.length === 0) return null
  const questions = listed(language, questionsIn(report, danger, said.quoted))
  return (
    <Notice state="waiting">{fill(plural(language, danger.length, said.lookAgain), { questions })}</Notice>
  )
}

const questionsIn = ({ questions }: Report, ids: readonly string[], quoted: string): string[] =>
  questions.filter(({ id }) => ids.includes(id)).map(({ words: asked }) => fill(quoted, { words: asked }))

type Props = {
  report: Report
  value: 'yes' | 'no' | undefined
  error: string | undefined
  onChange: (value: 'yes' | 'no') => void
}

/** Whether it asks what happened to someone: nothing is chosen beforehand, whatever its words look like. */
export function TraumaChoice({ report, ...choice }: Props) {
  const said = useWords(words)
  const language = useLanguage()
  const hinted = questionsIn(report, report.hints.trauma, said.quoted)
  const looks = fill(said.traumaLooks, { questions: listed(language, hinted) })
  return (
    <RadioGroup
      {...choice}
      label={said.trauma}
      hint={hinted.length > 0 ? `${said.traumaHint} ${looks}` : said.traumaHint}
      options={(['yes', 'no'] as const).map((value) => ({ value, words: said.traumaChoices[value] }))}
    />
  )
}
