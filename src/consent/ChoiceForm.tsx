import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import {
  namedPlaces,
  recordings,
  touchAnswers,
  touchKinds,
  touchPlaces,
  touchWho,
  type Choices,
  type ConsentDocument,
  type Touch,
  type TouchKind,
} from './document.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { document: ConsentDocument; choices: Choices; onChange: (choices: Choices) => void }

/** Kind by kind. It begins at "no", so that passing by is a no. */
export function TouchForm({ document, choices, onChange }: Props) {
  const { read } = useWords(words)
  return (
    <>
      <section className="tl-consent-choice">
        <h2>{read.touch}</h2>
        <p className="tl-quiet-words">{read.touchHint}</p>
        {touchKinds.map((kind) => (
          <OneKind
            key={kind}
            {...{ document, kind }}
            touch={choices.touch[kind]}
            onChange={(touch) => onChange({ ...choices, touch: { ...choices.touch, [kind]: touch } })}
          />
        ))}
      </section>
      <StopForm {...{ document, choices, onChange }} />
    </>
  )
}

type KindProps = {
  document: ConsentDocument
  kind: TouchKind
  touch: Touch
  onChange: (touch: Touch) => void
}

/** A yes opens two more questions: by whom, where. It begins with one person, and with the place that was named. */
function OneKind({ document, kind, touch, onChange }: KindProps) {
  const { choices: own } = document
  const isYes = touch.answer !== 'no'
  return (
    <div className="tl-consent-kind">
      <RadioGroup
        label={own.touch[kind]}
        options={touchAnswers.map((value) => ({ value, words: own.touchAnswers[value] }))}
        value={touch.answer}
        onChange={(answer) =>
          onChange({ ...touch, answer, where: isYes || answer === 'no' ? touch.where : namedPlaces(kind) })
        }
      />
      {isYes && (
        <fieldset className="tl-consent-more" aria-label={own.touch[kind]}>
          <RadioGroup
            label={own.labels.who}
            options={touchWho.map((value) => ({ value, words: own.touchWho[value] }))}
            value={touch.who}
            onChange={(who) => onChange({ ...touch, who })}
          />
          <Places {...{ document, kind, touch, onChange }} />
        </fieldset>
      )}
    </div>
  )
}

function Places({ document, kind, touch, onChange }: KindProps) {
  const { choices: own } = document
  const { read } = useWords(words)
  const places: readonly string[] = touchPlaces[kind]
  const tick = (place: string, isIn: boolean) =>
    onChange({ ...touch, where: places.filter((one) => (one === place ? isIn : touch.where.includes(one))) })
  return (
    <fieldset className="tl-consent-places">
      <legend className="tl-label">{own.labels.where}</legend>
      {places.map((place) => (
        <Checkbox key={place} checked={touch.where.includes(place)} onChange={(isIn) => tick(place, isIn)}>
          {own.touchWhere[kind][place]}
        </Checkbox>
      ))}
      {touch.where.length === 0 && <p className="tl-quiet-words">{read.nowhere}</p>}
    </fieldset>
  )
}

/** The two ways out of any touch, and of anything else. */
function StopForm({ document, choices, onChange }: Props) {
  const { choices: own } = document
  const { read } = useWords(words)
  const say = (more: Partial<Choices['stop']>) => onChange({ ...choices, stop: { ...choices.stop, ...more } })
  return (
    <section className="tl-consent-choice">
      <h2>{own.labels.stop}</h2>
      <p className="tl-quiet-words">{read.stopHint}</p>
      <TextField
        label={own.labels.word}
        hint={read.wordHint}
        optional
        maxLength={80}
        value={choices.stop.word}
        onChange={(word) => say({ word })}
      />
      <TextField
        label={own.labels.gesture}
        hint={read.gestureHint}
        optional
        maxLength={200}
        value={choices.stop.gesture}
        onChange={(gesture) => say({ gesture })}
      />
    </section>
  )
}

export function RecordingForm({ document, choices, onChange }: Props) {
  const { read } = useWords(words)
  return (
    <section className="tl-consent-choice">
      <RadioGroup
        label={read.recording}
        hint={read.recordingHint}
        options={recordings.map((value) => ({ value, words: document.choices.recording[value] }))}
        value={choices.recording}
        onChange={(recording) => onChange({ ...choices, recording })}
      />
    </section>
  )
}
