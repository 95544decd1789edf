import { useState } from 'react'
import type { output } from 'zod/v4/core'
import { Refusal } from '../access/Refusal.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { useLanguage, usePlace, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { fill } from '../platform/i18n/fill.ts'
import { formatDate } from '../platform/i18n/format.ts'
import { listed } from '../platform/i18n/plural.ts'
import { Button } from '../platform/ui/Button.tsx'
import { Choice } from '../platform/ui/Choice.tsx'
import { DataTable, type Column } from '../platform/ui/DataTable.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { TextField } from '../platform/ui/TextField.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import { openingKinds } from './opening.ts'
import { readTrail } from './trail.contract.ts'
import './trail.css'
import { en as recordEn } from './words.en.ts'
import { es as recordEs } from './words.es.ts'
import { en as trailEn } from './words.trail.en.ts'
import { es as trailEs } from './words.trail.es.ts'

const words = { en: { ...recordEn.record, trail: trailEn }, es: { ...recordEs.record, trail: trailEs } }

type Entry = output<typeof readTrail.reply>['entries'][number]
type Kind = 'all' | Entry['kind']
type Someone = { readonly id: string; readonly name: string }

interface Wanted {
  readonly kind: Kind
  readonly until: string
  readonly by: Someone | undefined
  readonly about: Someone | undefined
  readonly before: string | undefined
}

const everything: Wanted = { kind: 'all', until: '', by: undefined, about: undefined, before: undefined }

/** What an auditor reads: who did what and when, narrowed by kind, day, member and person. Nothing here can be changed. */
export function TrailPage() {
  const { trail: said } = useWords(words)
  const [wanted, setWanted] = useState(everything)
  const want = (change: Partial<Wanted>) => setWanted((now) => ({ ...now, before: undefined, ...change }))
  return (
    <StaffFrame current="/app/trail">
      <div className="tl-trail">
        <h1>{said.title}</h1>
        <p className="tl-lead">{said.lead}</p>
        <Narrowing wanted={wanted} want={want} />
        <Rows wanted={wanted} want={want} />
        <p className="tl-quiet-words">{said.proof}</p>
      </div>
    </StaffFrame>
  )
}

type Part = { wanted: Wanted; want: (change: Partial<Wanted>) => void }

function Narrowing({ wanted, want }: Part) {
  const { trail: said } = useWords(words)
  const kinds = ['all', ...openingKinds] as const
  return (
    <div className="tl-trail-narrow">
      <Choice
        label={said.show}
        options={kinds.map((value) => ({ value, words: said.kinds[value] }))}
        value={wanted.kind}
        onChange={(kind: Kind) => want({ kind })}
      />
      <TextField label={said.until} type="date" value={wanted.until} onChange={(until) => want({ until })} />
      {(wanted.by ?? wanted.about) && (
        <output className="tl-trail-only">
          {wanted.by && <span>{fill(said.only.by, { name: wanted.by.name })}</span>}
          {wanted.about && <span>{fill(said.only.about, { name: wanted.about.name })}</span>}
          <Button kind="link" onPress={() => want({ by: undefined, about: undefined })}>
            {said.clear}
          </Button>
        </output>
      )}
    </div>
  )
}

function Rows({ wanted, want }: Part) {
  const { trail: said } = useWords(words)
  const columns = useColumns(want)
  const { data, error } = useAsk(readTrail, {
    ...(wanted.kind !== 'all' && { kind: wanted.kind }),
    ...(wanted.until && { until: wanted.until }),
    ...(wanted.by && { by: wanted.by.id }),
    ...(wanted.about && { about: wanted.about.id }),
    ...(wanted.before && { before: wanted.before }),
  })
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  return (
    <>
      <DataTable
        caption={said.title}
        hideCaption
        columns={columns}
        rows={data.entries}
        rowKey={({ id }) => id}
        empty={<EmptyState title={said.empty.title}>{said.empty.words}</EmptyState>}
      />
      <p className="tl-trail-pages">
        {data.more && <Button onPress={() => want({ before: data.entries.at(-1)?.id })}>{said.more}</Button>}
        {wanted.before && <Button onPress={() => want({})}>{said.newest}</Button>}
      </p>
    </>
  )
}

function useColumns(want: Part['want']): readonly Column<Entry>[] {
  const { trail: said } = useWords(words)
  return [
    { key: 'when', words: said.when, cell: ({ at }) => <When at={at} /> },
    { key: 'who', words: said.who, cell: (entry) => <Who entry={entry} want={want} /> },
    {
      key: 'did',
      words: said.did,
      cell: (entry) => <Did entry={entry} />,
    },
    {
      key: 'about',
      words: said.about,
      cell: ({ personId, personName }) =>
        personId && personName ? (
          <Narrow
            words={fill(said.aboutOne, { name: personName })}
            onPress={() => want({ about: { id: personId, name: personName } })}
          >
            {personName}
          </Narrow>
        ) : (
          '–'
        ),
    },
  ]
}

function When({ at }: { at: number }) {
  const place = usePlace()
  return (
    <time dateTime={new Date(at).toISOString()} className="tl-trail-when">
      {formatDate(at, place, 'exact')}
    </time>
  )
}

function Who({ entry, want }: { entry: Entry; want: Part['want'] }) {
  const { trail: said, roles: known } = useWords(words)
  const language = useLanguage()
  const { name, whoId } = entry
  if (!name || !whoId) return entry.who === 'service' ? said.service : said.unnamed
  const roles = entry.roles.flatMap((role) => (role in known ? [known[role as keyof typeof known]] : []))
  return (
    <div>
      <Narrow words={fill(said.byOne, { name })} onPress={() => want({ by: { id: whoId, name } })}>
        {name}
      </Narrow>{' '}
      <span className="tl-quiet-words">{entry.who === 'client' ? said.client : listed(language, roles)}</span>
    </div>
  )
}

function Did({ entry }: { entry: Entry }) {
  const { trail: said } = useWords(words)
  const areas: Readonly<Record<string, string>> = said.areas
  return (
    <div>
      <span className={entry.kind === 'refused' ? 'tl-trail-refused' : undefined}>
        {said.kinds[entry.kind]}: {areas[entry.area] ?? entry.area}
      </span>
      {entry.byCommandLine && <div className="tl-quiet-words">{said.commandLine}</div>}
      <code className="tl-trail-code" translate="no">
        {entry.action}
        {entry.refusal && `: ${entry.refusal}`}
      </code>
      {entry.why && (
        <span className="tl-trail-why">
          {said.why[entry.why.how]}{' '}
          <code className="tl-trail-code" translate="no">
            {entry.why.row}
          </code>
        </span>
      )}
    </div>
  )
}

const Narrow = ({
  words: label,
  onPress,
  children,
}: {
  words: string
  onPress: () => void
  children: string
}) => (
  <Button kind="link" onPress={onPress} label={label}>
    {children}
  </Button>
)
