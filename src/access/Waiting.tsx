import type { output } from 'zod/v4/core'
import { useAsk, useSend } from '../platform/http/useAsk.web.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Loading } from '../platform/ui/Loading.tsx'
import { StatusMark } from '../platform/ui/StatusMark.tsx'
import { TimeText } from '../platform/ui/TimeText.tsx'
import { NoMail } from './ByHand.tsx'
import { useConfirmed } from './ConfirmYou.tsx'
import { decideRecovery, readRecoveries } from './invite.contract.ts'
import { Refusal } from './Refusal.tsx'
import { en } from './words.members.en.ts'
import { es } from './words.members.es.ts'

const words = { en, es }

type Recovery = output<typeof readRecoveries.reply>['recoveries'][number]

/** Who has lost what lets them in. Decided by someone who is neither the person nor the one who asked. */
export function Waiting() {
  const own = useWords(words).waiting
  const { data, error } = useAsk(readRecoveries, {})
  const deciding = useSend(decideRecovery)
  if (!data) return error ? <Refusal refused={error} /> : <Loading />
  const allowed = deciding.data?.allowed
  return (
    <section className="tl-members-part">
      <h2>{own.title}</h2>
      {allowed !== undefined && <StatusMark state="met">{allowed ? own.allowed : own.refused}</StatusMark>}
      {data.recoveries.length > 0 && <NoMail link={false} />}
      <Refusal refused={deciding.error} />
      <p className="tl-quiet-words">{data.recoveries.length === 0 ? own.none : own.lead}</p>
      <ul className="tl-places">
        {data.recoveries.map((recovery) => (
          <li key={recovery.id}>
            <One
              recovery={recovery}
              busy={deciding.isPending}
              onDecide={(allow, confirmationId) =>
                deciding.mutate({ recoveryId: recovery.id, allow, confirmationId })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = {
  recovery: Recovery
  busy: boolean
  onDecide: (allow: boolean, confirmationId: string | null) => void
}

function One({ recovery, busy, onDecide }: Props) {
  const own = useWords(words).waiting
  const { confirmed, dialog } = useConfirmed()
  const { name, kind, askedAt, askedBy, mayDecide, documentHash } = recovery
  return (
    <div className="tl-own">
      <p>
        <strong translate="no">{name}</strong>
        <span>
          {own.kinds[kind]} · {askedBy === null ? own.self : own.by(askedBy)}, <TimeText at={askedAt} />
        </span>
      </p>
      {mayDecide ? (
        <div className="tl-row">
          <Button
            size="small"
            busy={busy}
            label={own.allowWhom(name)}
            onPress={() => confirmed(documentHash, (confirmationId) => onDecide(true, confirmationId))}
          >
            {own.allow}
          </Button>
          <Button size="small" label={own.refuseWhom(name)} onPress={() => onDecide(false, null)}>
            {own.refuse}
          </Button>
        </div>
      ) : (
        <p className="tl-quiet-words">{own.other}</p>
      )}
      {dialog}
    </div>
  )
}
