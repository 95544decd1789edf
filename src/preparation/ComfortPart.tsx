import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { DefinitionList } from '../platform/ui/DefinitionList.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { DraftLine } from '../practice/DraftLine.tsx'
import { useBegun, useDraft } from '../practice/useDraft.web.ts'
import { tellComfort, type Preparation } from './preparation.contract.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

const begunAs = (courseId: string) => `comfort ${courseId}`

type Props = { courseId: string; comfort: Preparation['comfort'] }

export function ComfortPart({ courseId, comfort }: Props) {
  const { comfort: own } = useWords(words)
  const [writing, write] = useState(useBegun(begunAs(courseId)))
  const told = [
    { term: own.helps, detail: comfort?.helps ?? '' },
    { term: own.hinders, detail: comfort?.hinders ?? '' },
  ].filter(({ detail }) => detail !== '')
  return (
    <section aria-labelledby="comfort">
      <h2 id="comfort">{own.title}</h2>
      {!writing && told.length > 0 && <DefinitionList items={told} />}
      {writing ? (
        <ComfortForm courseId={courseId} comfort={comfort} onDone={() => write(false)} />
      ) : (
        <Button size="small" onPress={() => write(true)}>
          {comfort ? own.change : own.write}
        </Button>
      )}
    </section>
  )
}

function ComfortForm({ courseId, comfort, onDone }: Props & { onDone: () => void }) {
  const { comfort: own } = useWords(words)
  const { mutate, error, isPending } = useSend(tellComfort)
  const [id] = useState(newId)
  const draft = useDraft(begunAs(courseId), {
    helps: comfort?.helps ?? '',
    hinders: comfort?.hinders ?? '',
  })
  const { said, say } = draft
  const [empty, mark] = useState(false)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const nothing = said.helps.trim() === '' && said.hinders.trim() === ''
    mark(nothing)
    if (!nothing) mutate({ courseId, id, ...said }, { onSuccess: () => (draft.forget(), onDone()) })
  }
  return (
    <form className="tl-stack tl-tell" onSubmit={keep} noValidate>
      <TextArea
        label={own.helps}
        hint={own.helpsHint}
        rows={3}
        maxLength={2000}
        value={said.helps}
        onChange={(helps) => say({ ...said, helps })}
        error={empty ? own.empty : undefined}
      />
      <TextArea
        label={own.hinders}
        hint={own.hindersHint}
        rows={3}
        maxLength={2000}
        value={said.hinders}
        onChange={(hinders) => say({ ...said, hinders })}
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
