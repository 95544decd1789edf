import { useState } from 'react'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Disclosure } from '../platform/ui/Disclosure.tsx'
import { useBegun } from '../practice/useDraft.web.ts'
import type { Exercise } from './integration.ts'
import { TellField } from './TellField.tsx'
import type { Telling } from './useIntegration.web.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { exercise: Exercise; telling?: Telling | undefined }

/** Something small to do at home, and how it went. Every answer is a good one; nothing is counted. */
export function ExerciseItem({ exercise, telling }: Props) {
  const { exercise: said } = useWords(words)
  const { logs, over } = exercise
  return (
    <div className="tl-exercise">
      <p className="tl-own-words">{exercise.words}</p>
      {over && <p className="tl-quiet-words">{said.over}</p>}
      {telling && !over && <HowItWent exerciseId={exercise.id} telling={telling} />}
      {logs.length > 0 && (
        <Disclosure title={said.earlier}>
          <ul className="tl-log">
            {logs.toReversed().map((log) => (
              <LogLine key={log.id} log={log} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

function LogLine({ log }: { log: Exercise['logs'][number] }) {
  const { exercise: said } = useWords(words)
  const place = usePlace()
  return (
    <li>
      {formatDate(log.at, place, 'day')}: {said.outcome[log.outcome]}
      {log.words && <span className="tl-own-words tl-log-words">{log.words}</span>}
    </li>
  )
}

/** One tap, and an answer that says it was heard. */
export function HowItWent({ exerciseId, telling }: { exerciseId: string; telling: Telling }) {
  const { exercise: said, tell: tellWords } = useWords(words)
  const about = `log ${exerciseId}`
  const begun = useBegun(about)
  const [state, become] = useState<'asking' | 'telling' | 'heard' | 'failed'>(begun ? 'telling' : 'asking')
  if (state === 'heard') return <output className="tl-quiet-words">{said.heard}</output>
  if (state === 'telling') {
    const tell = async (other: string) => {
      await telling.log(exerciseId, 'something-else', other)
      become('heard')
    }
    return (
      <TellField about={about} label={said.somethingElse} onTell={tell} onCancel={() => become('asking')} />
    )
  }
  const log = (outcome: 'done' | 'not' | 'set-aside') => () => {
    telling.log(exerciseId, outcome).then(
      () => become('heard'),
      () => become('failed'),
    )
  }
  return (
    <fieldset className="tl-row tl-how">
      <legend className="tl-sr">{said.how}</legend>
      <Button size="small" onPress={log('done')}>
        {said.did}
      </Button>
      <Button size="small" onPress={log('not')}>
        {said.didNot}
      </Button>
      <Button size="small" onPress={() => become('telling')}>
        {said.other}
      </Button>
      <Button kind="link" size="small" onPress={log('set-aside')}>
        {said.setAside}
      </Button>
      {state === 'failed' && <output>{tellWords.failed}</output>}
    </fieldset>
  )
}
