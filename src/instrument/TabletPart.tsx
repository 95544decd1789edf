import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { codeShown } from '../access/tablet.ts'
import { newId } from '../platform/http/ask.web.ts'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { formatDate } from '../platform/i18n/format.ts'
import { Button } from '../platform/ui/Button.tsx'
import { DataTable } from '../platform/ui/DataTable.tsx'
import { Select } from '../platform/ui/Select.tsx'
import './tablet.css'
import { makeCode, readTablet, withdrawCode, type TabletNow } from './tablet.contract.ts'
import { useCalled } from './useCalled.web.ts'
import { en } from './words.tablet.en.ts'
import { es } from './words.tablet.es.ts'

const words = { en, es }

type Made = output<typeof makeCode.reply>

/** For whoever may hand the tablet over: a code for one form, shown once; and what became of the last ones. */
export function TabletPart({ personId }: { personId: string }) {
  const { hand } = useWords(words)
  const { data } = useAsk(readTablet, { personId })
  const [made, show] = useState<Made>()
  if (!data) return null
  const isStill = data.passes.some(({ id, state }) => id === made?.id && state === 'waiting')
  return (
    <section className="tl-hand tl-noprint" aria-labelledby="tablet">
      <h2 id="tablet">{hand.title}</h2>
      <p>{hand.lead}</p>
      <MakeCode {...{ personId }} now={data} onMade={show} />
      {made && isStill && <Code made={made} />}
      {data.passes.length > 0 && <Passes {...{ personId }} passes={data.passes} />}
    </section>
  )
}

type MakeProps = { personId: string; now: TabletNow; onMade: (made: Made) => void }

function MakeCode({ personId, now, onMade }: MakeProps) {
  const { hand } = useWords(words)
  const [instrumentId, choose] = useState('')
  const [tried, attempt] = useState(false)
  const called = useCalled()
  const { mutate, error, isPending } = useSend(makeCode)
  const make = () => {
    attempt(true)
    if (instrumentId) mutate({ personId, id: newId(), instrumentId }, { onSuccess: onMade })
  }
  return (
    <>
      <Select
        label={hand.form}
        placeholder={hand.choose}
        value={instrumentId}
        error={tried && !instrumentId ? hand.missing : undefined}
        onChange={choose}
        options={now.instruments
          .toSorted((one, other) => Number(other.due) - Number(one.due))
          .map(({ id, name, due }) => ({ value: id, words: due ? hand.due(called(name)) : called(name) }))}
      />
      <Refusal refused={error} />
      <Button busy={isPending} onPress={make}>
        {hand.make}
      </Button>
    </>
  )
}

function Code({ made: { code, expiresAt } }: { made: Made }) {
  const { hand } = useWords(words)
  const place = usePlace()
  return (
    <div className="tl-hand-code">
      <span>{hand.code}</span>
      <strong>
        <output>{codeShown(code)}</output>
      </strong>
      <span>{hand.at(`${window.location.host}/tablet`)}</span>
      <span>{hand.until(formatDate(expiresAt, place, 'time'))}</span>
      <span className="tl-quiet-words">{hand.once}</span>
    </div>
  )
}

function Passes({ personId, passes }: { personId: string; passes: TabletNow['passes'] }) {
  const { hand } = useWords(words)
  const place = usePlace()
  const { mutate } = useSend(withdrawCode)
  const called = useCalled()
  return (
    <DataTable
      caption={hand.caption}
      hideCaption
      rows={passes}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', words: hand.what, cell: ({ name }) => called(name) },
        { key: 'when', words: hand.when, cell: ({ madeAt }) => formatDate(madeAt, place, 'moment') },
        { key: 'by', words: hand.by, cell: ({ by }) => by },
        {
          key: 'state',
          words: hand.state,
          cell: ({ id, name, state }) => (
            <>
              {hand.states[state]}{' '}
              {(state === 'waiting' || state === 'open') && (
                <Button
                  kind="link"
                  size="small"
                  label={hand.withdrawOf(called(name))}
                  onPress={() => mutate({ personId, passId: id })}
                >
                  {hand.withdraw}
                </Button>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
