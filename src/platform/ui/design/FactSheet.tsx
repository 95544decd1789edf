import { useState } from 'react'
import { Button } from '../Button.tsx'
import { type Column, DataTable } from '../DataTable.tsx'
import { DefinitionList } from '../DefinitionList.tsx'
import { Dialog } from '../Dialog.tsx'
import { Disclosure } from '../Disclosure.tsx'
import { PersonName } from '../PersonName.tsx'
import { Steps } from '../Steps.tsx'
import { TextField } from '../TextField.tsx'
import { TimeText } from '../TimeText.tsx'
import { sample } from './SaySheet.tsx'
import { Sheet, useDesignWords } from './Sheet.tsx'

type Reading = { at: number; pressure: string; pulse: number; by: string }

export function TableSheet() {
  const { tables } = useDesignWords()
  const readings: readonly Reading[] = [
    { at: sample, pressure: '162 / 98', pulse: 92, by: tables.monitor },
    { at: sample + 600_000, pressure: '148 / 92', pulse: 84, by: tables.therapist },
  ]
  const columns: readonly Column<Reading>[] = [
    {
      key: 'at',
      words: tables.time,
      cell: ({ at }) => <TimeText at={at} now={sample + 3_600_000} style="time" />,
    },
    { key: 'pressure', words: tables.pressure, cell: ({ pressure }) => pressure, figures: true },
    { key: 'pulse', words: tables.pulse, cell: ({ pulse }) => pulse, figures: true },
    { key: 'by', words: tables.by, cell: ({ by }) => by },
  ]
  const name = <PersonName given={tables.given} family={tables.family} preferred={tables.preferred} papers />
  return (
    <Sheet name="tables">
      <DataTable caption={tables.caption} columns={columns} rows={readings} rowKey={({ at }) => String(at)} />
      <DefinitionList
        items={[
          { term: tables.facts.room, detail: tables.facts.garden },
          { term: tables.facts.people, detail: tables.facts.both },
          { term: tables.facts.until, detail: <>{name}</> },
        ]}
      />
    </Sheet>
  )
}

export function DialogSheet() {
  const { dialogs, shells } = useDesignWords()
  const [open, setOpen] = useState<'sign' | 'card'>()
  const close = () => setOpen(undefined)
  return (
    <Sheet name="dialogs">
      <div className="tl-row">
        <Button onPress={() => setOpen('sign')}>{dialogs.open}</Button>
        <Button onPress={() => setOpen('card')}>{dialogs.card}</Button>
      </div>
      <Dialog
        open={open === 'sign'}
        onClose={close}
        title={dialogs.title}
        actions={
          <>
            <Button kind="act" onPress={close}>
              {dialogs.sign}
            </Button>
            <Button onPress={close}>{dialogs.back}</Button>
          </>
        }
      >
        <p>{dialogs.body}</p>
        <TextField type="password" label={shells.password} autoComplete="off" />
      </Dialog>
      <Dialog open={open === 'card'} onClose={close} title={dialogs.cardTitle} whole>
        <p className="tl-lead">{dialogs.cardBody}</p>
      </Dialog>
      <div className="tl-design-narrow">
        <Disclosure title={dialogs.why}>
          <p>{dialogs.whyWords}</p>
        </Disclosure>
        <Disclosure title={dialogs.why} open>
          <p>{dialogs.whyWords}</p>
        </Disclosure>
      </div>
    </Sheet>
  )
}

export function StepSheet() {
  const { steps } = useDesignWords()
  return (
    <Sheet name="steps">
      <Steps step={2} of={5} title={steps.title} />
      <div className="tl-row">
        <Button kind="act">{steps.on}</Button>
        <Button>{steps.back}</Button>
        <Button kind="link">{steps.later}</Button>
      </div>
    </Sheet>
  )
}
