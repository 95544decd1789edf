import type { output } from 'zod/v4/core'
import { useLanguage, useWords } from '../platform/i18n/LanguageProvider.tsx'
import { plural } from '../platform/i18n/plural.ts'
import { Button, LinkButton } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import type { importReferral } from './intake.contract.ts'
import { LeftOut } from './LeftOut.tsx'
import { itemKinds } from './referral.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const words = { en, es }

type Imported = output<typeof importReferral.reply>

/** What became of it, and the one way on. */
export function ReferralDone({ imported, onNext }: { imported: Imported; onNext: () => void }) {
  const said = useWords(words)
  const language = useLanguage()
  const added = itemKinds.filter((kind) => imported.imported[kind] > 0)
  return (
    <>
      <Notice title={said.done[imported.outcome]} state="met">
        {added.length === 0 ? (
          <p>{imported.outcome === 'matched' ? said.done.nothingNew : said.preview.bringsNothing}</p>
        ) : (
          <p className="tl-brings">
            {added.map((kind) => (
              <span key={kind}>{plural(language, imported.imported[kind], said.counts[kind])}</span>
            ))}
          </p>
        )}
      </Notice>
      <div className="tl-intake-actions">
        <LinkButton kind="act" href={`/app/people/${imported.personId}/history`}>
          {said.done.open}
        </LinkButton>
        <Button onPress={onNext}>{said.done.next}</Button>
      </div>
      <section className="tl-intake-part">
        <h2>{said.preview.unread}</h2>
        <LeftOut unread={imported.unread} partly={imported.partly} />
      </section>
    </>
  )
}
