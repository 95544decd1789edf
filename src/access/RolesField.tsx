import { memberRoles, type MemberRole } from '../kernel/actor.ts'
import { useWords } from '../platform/i18n/LanguageProvider.tsx'
import { Checkbox } from '../platform/ui/Checkbox.tsx'
import { FieldError } from '../platform/ui/Field.tsx'
import { en as doorEn } from './words.door.en.ts'
import { es as doorEs } from './words.door.es.ts'
import { en } from './words.members.en.ts'
import { es } from './words.members.es.ts'

const words = { en, es }
const doorWords = { en: doorEn, es: doorEs }

type Props = {
  chosen: readonly MemberRole[]
  onChange: (chosen: MemberRole[]) => void
  error?: string | undefined
}

/** What someone does in the practice: each role with a word on what it opens. */
export function RolesField({ chosen, onChange, error }: Props) {
  const own = useWords(words)
  const { roles } = useWords(doorWords)
  const turn = (role: MemberRole, on: boolean) =>
    onChange(memberRoles.filter((one) => (one === role ? on : chosen.includes(one))))
  return (
    <fieldset className="tl-roles">
      <legend className="tl-label">{own.invite.roles}</legend>
      <p className="tl-hint">{own.invite.rolesHint}</p>
      {memberRoles.map((role) => (
        <Checkbox
          key={role}
          checked={chosen.includes(role)}
          hint={own.roleHints[role]}
          onChange={(on) => turn(role, on)}
        >
          {roles[role]}
        </Checkbox>
      ))}
      <FieldError id="roles" error={error} />
    </fieldset>
  )
}
