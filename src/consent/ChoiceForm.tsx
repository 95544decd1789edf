import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { RadioGroup } from '../platform/ui/RadioGroup.tsx'
import { recordings, touchAnswers, touchKinds, type Choices, type ConsentDocument } from './document.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { document: ConsentDocument; choices: Choices; onChange: (choices: Choices) => void }

/** Kind by kind. It begins at "no", so that passing by is a no. */
export function TouchForm({ document, choices, onChange }: Props) {
  const { read } = useWords(words)
  return (
    <section className="tl-consent-choice">
      <h2>{read.touch}</h2>
      <p className="tl-quiet-words">{read.touchHint}</p>
      {touchKinds.map((kind) => (
        <RadioGroup
          key={kind}
          label={document.choices.touch[kind]}
          options={touchAnswers.map((value) => ({ value, words: document.choices.touchAnswers[value] }))}
          value={choices.touch[kind]}
          onChange={(answer) => onChange({ ...choices, touch: { ...choices.touch, [kind]: answer } })}
        />
      ))}
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
