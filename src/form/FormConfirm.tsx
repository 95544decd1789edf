import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { DangerChoice } from './DangerChoice.tsx'
import { bringForm } from './form.contract.ts'
import { fitsDanger, type DangerAnswers, type Report } from './form.ts'
import type { Language } from './questionnaire.ts'
import { LookAgain, TraumaChoice } from './TraumaChoice.tsx'
import { en } from './words.form.en.ts'
import { es } from './words.form.es.ts'

const words = { en, es }

export interface Done {
  readonly outcome: 'created' | 'changed' | 'known'
  readonly title: string
  readonly version: number
}

type Props = { report: Report; original: string; onDone: (done: Done) => void }

/** What only the practice can say: which answers must reach a person, and by what right the form is used. */
export function FormConfirm(props: Props) {
  const said = useWords(words)
  const { report } = props
  const form = useConfirming(props)
  return (
    <form className="tl-forms-confirm" onSubmit={form.send} noValidate>
      {report.language === null && (
        <RadioGroup
          label={said.language}
          options={(['en', 'es'] as const).map((value) => ({ value, words: said.languages[value] }))}
          value={form.language ?? undefined}
          error={form.wrong(form.language === null)}
          onChange={form.speak}
        />
      )}
      <Danger report={report} form={form} />
      <TraumaChoice
        report={report}
        value={form.trauma}
        error={form.wrong(form.trauma === undefined)}
        onChange={form.mark}
      />
      <TextField
        label={said.licence}
        hint={said.licenceHint}
        value={form.licence}
        maxLength={500}
        error={form.wrong(form.licence.trim() === '')}
        onChange={form.license}
      />
      <Checkbox checked={form.hasRead} error={form.wrong(!form.hasRead)} onChange={form.confirm}>
        {said.read}
      </Checkbox>
      <Refusal refused={form.error} />
      <div className="tl-row">
        <Button type="submit" kind="act" busy={form.isPending}>
          {said.bring}
        </Button>
      </div>
    </form>
  )
}

function Danger({ report, form }: { report: Report; form: ReturnType<typeof useConfirming> }) {
  const said = useWords(words)
  return (
    <>
      <RadioGroup
        label={said.danger}
        hint={said.dangerHint}
        options={[
          { value: 'none', words: said.dangerNone },
          { value: 'some', words: said.dangerSome },
        ]}
        value={form.hasDanger}
        error={form.wrong(form.hasDanger === undefined) ?? form.wrong(form.lacksAnswers, said.chooseSome)}
        onChange={form.ask}
      />
      {form.hasDanger === 'none' && <LookAgain report={report} />}
      {form.hasDanger === 'some' && (
        <DangerChoice report={report} chosen={form.danger} tried={form.tried} onChange={form.name} />
      )}
    </>
  )
}

/** What is said so far; nothing is said beforehand. */
function useSaid(report: Report) {
  const [language, speak] = useState<Language | null>(report.language)
  const [hasDanger, answer] = useState<'none' | 'some'>()
  const [danger, name] = useState<readonly DangerAnswers[]>([])
  const [trauma, mark] = useState<'yes' | 'no'>()
  const [licence, license] = useState('')
  const [hasRead, confirm] = useState(false)
  const ask = (next: 'none' | 'some') => {
    answer(next)
    name([])
  }
  const lacksAnswers = hasDanger === 'some' && (danger.length === 0 || !fitsDanger(report, danger))
  return {
    language,
    speak,
    hasDanger,
    ask,
    danger,
    name,
    lacksAnswers,
    trauma,
    mark,
    licence,
    license,
    hasRead,
    confirm,
  }
}

const isReady = (form: ReturnType<typeof useSaid>): boolean =>
  form.language !== null &&
  form.hasDanger !== undefined &&
  !form.lacksAnswers &&
  form.trauma !== undefined &&
  form.licence.trim() !== '' &&
  form.hasRead

function useConfirming({ report, original, onDone }: Props) {
  const said = useWords(words)
  const form = useSaid(report)
  const [tried, setTried] = useState(false)
  const { mutate, error, isPending } = useSend(bringForm)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isReady(form)) return
    const { licence, trauma } = form
    const language = report.language === null ? form.language : null
    const danger = form.danger.map(asSent)
    mutate(
      { id: newId(), original, language, licence, danger, trauma: trauma === 'yes' },
      { onSuccess: ({ outcome, version }) => onDone({ outcome, version, title: report.title }) },
    )
  }
  const wrong = (isWrong: boolean, sentence = said.needed) => (tried && isWrong ? sentence : undefined)
  return { ...form, tried, send, error, isPending, wrong }
}

const asSent = (named: DangerAnswers) =>
  'answers' in named ? { item: named.item, answers: [...named.answers] } : named
