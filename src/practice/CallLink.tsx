import { LinkButton } from '../platform/ui/Button.tsx'
import { Icon } from '../platform/ui/Icon.tsx'

type Props = { phone: string; words: string; main?: boolean | undefined }

/** A number to call, shown as well as dialled: the one who reads may hold another telephone. */
export const CallLink = ({ phone, words, main = false }: Props) => (
  <LinkButton
    wide
    kind={main ? 'act' : 'quiet'}
    href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}
    icon={<Icon name="call" />}
  >
    <span className="tl-call">
      {words} <span className="tl-call-number">{phone}</span>
    </span>
  </LinkButton>
)
