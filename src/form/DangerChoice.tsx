import { useState } from 'react'
import { numberTyped } from '../instrument/kinds.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { NumberField } from '../platform/ui/NumberField.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { isWithin, type DangerAnswers, type Report, type Told } from './form.ts'
import { en } from './words.danger.en.ts'
import { es } from './words.danger.es.ts'

const words = { en, es }

type Chosen = readonly DangerAnswers[]
type Props = {
  report: Report
  chosen: Chosen
  /** Whether someone has tried to go on: what is lacking is said then. */
  tried: boolean
  onChange: (chosen: Chosen) => void
}

/** Every question whose answers can be named; none is named beforehand. */
export function DangerChoice({ report: { questions, hints, language }, chosen, tried, onChange }: Props) {
  const said = useWords(words)
  return (
    <div className="tl-forms-danger">
      {questions.some(({ way }) => way === 'words') && <p className="tl-quiet-words">{said.inWords}</p>}
      {questions
        .filter(({ way }) => !['words', 'date', 'time'].includes(way))
        .map((question) => (
          <fieldset key={question.id}>
            <legend lang={language ?? undefined}>{question.words}</legend>
            {hints.danger.includes(question.id) && <p className="tl-quiet-words">{said.hint}</p>}
            {question.way === 'number' ? (
              <Typed {...{ question, chosen, tried, onChange }} />
            ) : (
              <Offered {...{ question, chosen, onChange }} />
            )}
          </fieldset>
        ))}
    </div>
  )
}

type OneProps = Pick<Props, 'chosen' | 'onChange'> & { question: Told }

function Offered({ question: { id, answers }, chosen, onChange }: OneProps) {
  const said = useWords(words)
  return answers.map(({ word, words: answer }) => (
    <Checkbox
      key={word}
      checked={namedOf(chosen, id).includes(word)}
      onChange={() => onChange(toggled(chosen, id, word))}
    >
      {answer || (word === 'yes' ? said.yesNo.yes : said.yesNo.no)}
    </Checkbox>
  ))
}

type Side = '' | 'atLeast' | 'atMost'

/** From which number on, and which way: the file does not say whether more of it is worse. */
function Typed({ question, chosen, tried, onChange }: OneProps & Pick<Props, 'tried'>) {
  const said = useWords(words)
  const [side, turn] = useState<Side>('')
  const [typed, type] = useState('')
  const { id, range } = question
  const rest = chosen.filter(({ item }) => item !== id)
  const tell = (way: Side, text: string) => {
    turn(way)
    type(text)
    const mark = markIn(question, text)
    if (way === '') onChange(rest)
    else onChange([...rest, way === 'atLeast' ? { item: id, atLeast: mark } : { item: id, atMost: mark }])
  }
  const limits = `${range?.min ?? ''}–${range?.max ?? ''}`
  const isWrong = !isWithin(question, markIn(question, typed))
  return (
    <>
      <Select
        label={said.number}
        placeholder={said.never}
        options={(['atLeast', 'atMost'] as const).map((value) => ({ value, words: said.sides[value] }))}
        value={side}
        onChange={(next) => tell(next === 'atLeast' || next === 'atMost' ? next : '', typed)}
      />
      {side !== '' && (
        <NumberField
          label={said.mark}
          hint={limits}
          digits={6}
          decimals={range?.whole === false}
          value={typed}
          error={isWrong && (tried || typed.trim() !== '') ? limits : undefined}
          onChange={(next) => tell(side, next)}
        />
      )}
    </>
  )
}

/** Not a number until one that can be typed there is written. */
const markIn = ({ id, range }: Told, typed: string): number =>
  (range && numberTyped({ id, values: [], range, options: '' }, typed)) ?? Number.NaN

const namedOf = (chosen: Chosen, id: string): readonly string[] =>
  chosen.flatMap((named) => (named.item === id && 'answers' in named ? named.answers : []))

function toggled(chosen: Chosen, id: string, word: string): Chosen {
  const now = namedOf(chosen, id)
  const next = now.includes(word) ? now.filter((each) => each !== word) : [...now, word]
  const rest = chosen.filter(({ item }) => item !== id)
  return next.length === 0 ? rest : [...rest, { item: id, answers: next }]
}
