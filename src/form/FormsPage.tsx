import { useState } from 'react'
import { Refusal } from '../access/Refusal.tsx'
import { MirrorPart } from '../instrument/MirrorPart.tsx'
import { useAsk } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { LinkButton } from '../platform/ui/Button.tsx'
import { EmptyState } from '../platform/ui/EmptyState.tsx'
import { FileField } from '../platform/ui/FileField.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { StaffFrame } from '../practice/StaffFrame.tsx'
import './form.css'
import type { Refused } from './fault.ts'
import { textOfFile } from './file.web.ts'
import { readForm, type Report } from './form.ts'
import { readForms, type FormNow } from './form.contract.ts'
import { FormConfirm, type Done } from './FormConfirm.tsx'
import { FormItem } from './FormItem.tsx'
import { FormReport } from './FormReport.tsx'
import { en } from './words.form.en.ts'
import { es } from './words.form.es.ts'

const words = { en, es }

/** The practice's own forms: what it brought, and a file read before it is brought in. */
export function FormsPage() {
  const said = useWords(words)
  const { data, error } = useAsk(readForms, {})
  return (
    <StaffFrame current="/app/practice">
      <div className="tl-forms">
        <h1>{said.page}</h1>
        <p className="tl-lead">{said.lead}</p>
        <p>{said.exact}</p>
        <Bring />
        {!data && (error ? <Refusal refused={error} /> : <Loading />)}
        {data && <Brought forms={data.forms} />}
        <MirrorPart />
      </div>
    </StaffFrame>
  )
}

function Brought({ forms }: { forms: readonly FormNow[] }) {
  const said = useWords(words)
  if (forms.length === 0) return <EmptyState title={said.none}>{said.noneWords}</EmptyState>
  return (
    <section className="tl-forms-list" aria-labelledby="brought">
      <h2 id="brought">{said.brought}</h2>
      {forms.map((form) => (
        <FormItem key={form.formId} form={form} />
      ))}
    </section>
  )
}

interface Chosen {
  readonly name: string
  readonly text: string
  readonly read: { readonly refused: Refused } | { readonly report: Report }
}

async function chosenOf(file: File): Promise<Chosen> {
  const found = await textOfFile(file)
  if ('fault' in found)
    return { name: file.name, text: '', read: { refused: { fault: found.fault, at: '' } } }
  return { name: file.name, text: found.text, read: readForm(found.text) }
}

const wrongOf = (said: typeof en, { fault, at }: Refused): string =>
  [said.refused, said.faults[fault], at && fill(said.at, { at })].filter(Boolean).join(' ')

function Bring() {
  const said = useWords(words)
  const [chosen, choose] = useState<Chosen>()
  const [done, finish] = useState<Done>()
  const take = async (file: File) => {
    finish(undefined)
    choose(await chosenOf(file))
  }
  const read = chosen?.read
  return (
    <>
      <FileField
        label={said.file}
        hint={said.fileHint}
        words={said.fileWords}
        accept="application/json,application/fhir+json,.json"
        chosen={chosen?.name}
        error={read && 'refused' in read ? wrongOf(said, read.refused) : undefined}
        onChange={(file) => void take(file)}
      />
      {done && <Outcome done={done} />}
      {chosen && read && 'report' in read && !done && (
        <section className="tl-forms-report" aria-labelledby="found">
          <FormReport report={read.report} />
          <FormConfirm key={chosen.text} report={read.report} original={chosen.text} onDone={finish} />
        </section>
      )}
    </>
  )
}

function Outcome({ done: { outcome, title, version } }: { done: Done }) {
  const said = useWords(words)
  return (
    <Notice state={outcome === 'known' ? undefined : 'met'}>
      <output>{fill(said.outcomes[outcome], { title, version })}</output>
      <LinkButton size="small" href="/app/practice/questions">
        {said.toSchedule}
      </LinkButton>
    </Notice>
  )
}
