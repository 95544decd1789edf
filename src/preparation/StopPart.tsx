import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useBegun, useDraft } from '../practice/useDraft.web.ts'
import { agreeStopSignal, type Preparation } from './preparation.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const begunAs = (courseId: string) => `stop ${courseId}`

type Props = { courseId: string; stop: Preparation['stop'] }

export function StopPart({ courseId, stop }: Props) {
  const { stop: own } = useWords(words)
  const [writing, write] = useState(useBegun(begunAs(courseId)))
  const told = [
    { term: own.word, detail: stop?.word ?? '' },
    { term: own.gesture, detail: stop?.gesture ?? '' },
  ].filter(({ detail }) => detail !== '')
  return (
    <section aria-labelledby="stop">
      <h2 id="stop">{own.title}</h2>
      <p>{own.lead}</p>
      {!writing && told.length > 0 && <DefinitionList items={told} />}
      {writing ? (
        <StopForm courseId={courseId} stop={stop} onDone={() => write(false)} />
      ) : (
        <Button size="small" onPress={() => write(true)}>
          {stop ? own.change : own.agree}
        </Button>
      )}
    </section>
  )
}

function StopForm({ courseId, stop, onDone }: Props & { onDone: () => void }) {
  const { stop: own } = useWords(words)
  const { mutate, error, isPending } = useSend(agreeStopSignal)
  const [id] = useState(newId)
  const draft = useDraft(begunAs(courseId), { word: stop?.word ?? '', gesture: stop?.gesture ?? '' })
  const { said, say } = draft
  const [empty, mark] = useState(false)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const nothing = said.word.trim() === '' && said.gesture.trim() === ''
    mark(nothing)
    if (!nothing) mutate({ courseId, id, ...said }, { onSuccess: () => (draft.forget(), onDone()) })
  }
  return (
    <form className="tl-stack tl-tell" onSubmit={keep} noValidate>
      <TextField
        label={own.word}
        hint={own.wordHint}
        maxLength={80}
        autoComplete="off"
        value={said.word}
        onChange={(word) => say({ ...said, word })}
        error={empty ? own.empty : undefined}
      />
      <TextField
        label={own.gesture}
        hint={own.gestureHint}
        maxLength={200}
        autoComplete="off"
        value={said.gesture}
        onChange={(gesture) => say({ ...said, gesture })}
      />
      <DraftLine draft={draft} />
      <Refusal refused={error} />
      <div className="tl-row">
        <Button kind="act" type="submit" busy={isPending}>
          {own.keep}
        </Button>
        <Button kind="link" onPress={onDone}>
          {own.notNow}
        </Button>
      </div>
    </form>
  )
}
