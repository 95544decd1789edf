import { Refusal } from '../access/Refusal.tsx'
import { unassign } from '../person/person.contract.ts'
import { useSend } from '../platform/http/useAsk.web.ts'
import { fill } from '../platform/i18n/fill.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Button } from '../platform/ui/Button.tsx'
import { Dialog } from '../platform/ui/Dialog.tsx'
import { Notice } from '../platform/ui/Notice.tsx'
import type { Chart } from './chart.contract.ts'
import type { Handed } from './HandedLine.tsx'
import { lastAs } from './leaving.ts'
import { hasEnded } from './course.ts'
import { en } from './words.staff.en.ts'
import { es } from './words.staff.es.ts'

const words = { en, es }

type Props = {
  chart: Chart
  member: Chart['team'][number]
  onClose: () => void
  onLeft: (handed: Handed | null) => void
}

/** The desk finds everyone’s record, whoever takes part in the care. */
const atDesk: readonly string[] = ['coordinator']

/** Asked before it is done: what they lose, what the course loses with them, and that nothing brings it back by itself. */
export function LeaveTeam({ chart, member: { memberId, name, roles }, onClose, onLeft }: Props) {
  const { team: said } = useWords(words)
  const { mutate, error, isPending } = useSend(unassign)
  const personId = chart.person.id
  const take = () =>
    mutate(
      { personId, memberId },
      {
        onSuccess: ({ handed }) => {
          onLeft(handed)
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={fill(said.leaveTitle, { name })}
      actions={
        <>
          <Button kind="act" busy={isPending} onPress={take}>
            {said.leave}
          </Button>
          <Button onPress={onClose}>{said.keep}</Button>
        </>
      }
    >
      <div className="tl-stack">
        <p>{fill(roles.some((role) => atDesk.includes(role)) ? said.losesPart : said.loses, { name })}</p>
        <p>{fill(said.waits, { name })}</p>
        <p>{said.notUndone}</p>
        <Last chart={chart} memberId={memberId} />
        <Refusal refused={error} />
      </div>
    </Dialog>
  )
}

/** Said, and not forbidden: a course may change hands, and somebody must know that it is in none. */
function Last({ chart: { course, team, careNow }, memberId }: { chart: Chart; memberId: string }) {
  const { team: said } = useWords(words)
  if (!course || hasEnded(course, careNow)) return null
  return lastAs(team, memberId).map((role) => (
    <Notice key={role} title={said.last[role].title} state="stop">
      {said.last[role].words}
    </Notice>
  ))
}
