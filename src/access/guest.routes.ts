import { lastMedicineOf } from '../consent/medicine.queries.ts'
import { consentWindow } from '../consent/window.ts'
import { Problem } from '../kernel/problem.ts'
import { personById } from '../person/person.queries.ts'
import { serve } from '../platform/http/serve.ts'
import { sendingLink, type Door } from './door.routes.ts'
import { checkLicense, dismissGuest, endGuest, inviteGuest, leaveAsGuest } from './guest.commands.ts'
import * as contract from './guest.contract.ts'
import { guestPlaceOf, guestsOf, openCourseOf } from './guest.queries.ts'
import { can } from './policy.ts'

export function guestRoutes(door: Door): void {
  const { shell } = door
  serve(shell, contract.readGuests, async (tx, { personId }, { careNow, machineNow, relation }) => {
    const person = await personById(tx, personId)
    if (!person) throw new Problem('not-found')
    const window = consentWindow(await lastMedicineOf(tx, personId), careNow)
    const may = (action: string) => can(tx.actor.roles, action, relation)
    return {
      courseId: (await openCourseOf(tx, personId, careNow))?.id ?? null,
      personName: `${person.givenName} ${person.familyName}`,
      window: { open: window.open, until: window.open ? null : window.until },
      guests: await guestsOf(tx, personId, { careNow, machineNow }),
      can: {
        invite: may('guest.invite'),
        end: may('guest.end'),
        dismiss: may('guest.dismiss'),
        checkLicense: may('guest.check-license'),
      },
    }
  })
  serve(shell, contract.inviteGuest, (tx, input, asked) =>
    sendingLink(door, (way) => inviteGuest(tx, input, { ...asked, ...way })),
  )
  serve(shell, contract.endGuest, endGuest)
  serve(shell, contract.dismissGuest, dismissGuest)
  serve(shell, contract.checkLicense, checkLicense)
  serve(shell, contract.readGuestPlace, async (tx) => {
    const place = await guestPlaceOf(tx)
    if (!place) throw new Problem('seat-ended')
    return place
  })
  serve(shell, contract.leaveAsGuest, leaveAsGuest)
}
