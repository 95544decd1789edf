import { type FormEvent, useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { Select } from '../platform/ui/Select.tsx'
import { TextArea } from '../platform/ui/TextField.tsx'
import { closeTask, handOnTask, readReachable, type TaskNow } from './safety.contract.ts'
import { treat } from './task.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Props = { task: TaskNow; onDone: () => void }

/** Closed only by a person, with a sentence about what was done. */
export function CloseTask({ task, onDone }: Props) {
  const { tasks: said } = useWords(words)
  const { mutate, error, isPending } = useSend(closeTask)
  const [id] = useState(newId)
  const [note, write] = useState('')
  const [handed, hand] = useState(false)
  const close = (event: FormEvent) => {
    event.preventDefault()
    hand(true)
    if (note.trim() !== '')
      mutate({ personId: task.personId, taskId: task.id, id, note }, { onSuccess: onDone })
  }
  return (
    <Dialog open onClose={onDone} title={said.closing}>
      <form className="tl-asked-form" onSubmit={close} noValidate>
        <TextArea
          label={said.note}
          hint={said.closeHint}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={write}
          error={handed && note.trim() === '' ? said.noteMissing : undefined}
        />
        <Refusal refused={error} />
        <div className="tl-dialog-actions">
          <Button kind="act" type="submit" busy={isPending}>
            {said.closeNow}
          </Button>
          <Button onPress={onDone}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

export function HandOnTask({ task, onDone }: Props) {
  const { tasks: said } = useWords(words)
  const { data } = useAsk(readReachable, { personId: task.personId })
  const { mutate, error, isPending } = useSend(handOnTask)
  const [id] = useState(newId)
  const [toSeatId, choose] = useState('')
  const [note, write] = useState('')
  const [handed, hand] = useState(false)
  // Whoever is not told what it is hands it to someone who treats, and to no one else.
  const people = (data?.people ?? []).filter(({ roles }) => task.kind !== null || treat(roles))
  const give = (event: FormEvent) => {
    event.preventDefault()
    hand(true)
    if (toSeatId === '') return
    const step = { personId: task.personId, taskId: task.id, id, toSeatId, note: note.trim() || null }
    mutate(step, { onSuccess: onDone })
  }
  return (
    <Dialog open onClose={onDone} title={said.handing}>
      <form className="tl-asked-form" onSubmit={give} noValidate>
        <Select
          label={said.to}
          placeholder={said.choose}
          value={toSeatId}
          onChange={choose}
          options={people.map(({ seatId, name }) => ({ value: seatId, words: name }))}
          error={handed && toSeatId === '' ? said.toMissing : undefined}
        />
        <TextArea label={said.handNote} optional rows={2} maxLength={2000} value={note} onChange={write} />
        <Refusal refused={error} />
        <div className="tl-dialog-actions">
          <Button kind="act" type="submit" busy={isPending}>
            {said.handNow}
          </Button>
          <Button onPress={onDone}>{said.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
