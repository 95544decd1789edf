import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import './owner.css'
import { readByOwner, seeByOwner } from './owner.contract.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.owner.en.ts'
import { es } from './words.owner.es.ts'

const words = { en, es }

/** Stands above every page of an administrator and an auditor until they have said they saw it. */
export function OwnerNotice() {
  const own = useWords(words)
  const { data } = useAsk(readByOwner, {})
  const { mutate, error, isPending } = useSend(seeByOwner)
  if (!data || data.unseen.length === 0) return null
  return (
    <section className="tl-owner tl-noprint" aria-label={own.title}>
      {data.unseen.map(({ id, name, madeAt, although }) => (
        <Notice key={id} state="stop" title={own.title}>
          <p>
            <span translate="no">{name}</span> · <TimeText at={madeAt} />
          </p>
          <p>{although === null ? own.alone : own.although(although)}</p>
          <p>{own.next}</p>
          <Refusal refused={error} />
          <Button
            size="small"
            busy={isPending}
            label={own.seenWhom(name)}
            onPress={() => mutate({ recoveryId: id })}
          >
            {own.seen}
          </Button>
        </Notice>
      ))}
    </section>
  )
}
