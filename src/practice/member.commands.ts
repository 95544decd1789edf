import { command } from '../audit/audit.commands.ts'
import type { MemberRole } from '../kernel/actor.ts'
import { isoOf } from '../kernel/instant.ts'
import {
  addMember as insertMember,
  addPractice,
  changeMember as updateMember,
  disableMember,
  type NewMember,
  type NewPractice,
} from './practice.store.ts'

/** A house begins: the practice itself, before anyone works in it. */
export const foundPractice = command(async (tx, practice: NewPractice) => {
  await addPractice(tx, practice)
  return { id: practice.id }
})

export const addMember = command(async (tx, member: NewMember) => {
  await insertMember(tx, member)
  return { id: member.id }
})

interface MemberChange {
  readonly id: string
  readonly name: string
  readonly roles: readonly MemberRole[]
}

export const changeMember = command(async (tx, member: MemberChange) => {
  await updateMember(tx, member)
  return { id: member.id }
})

/** From this moment they come in no more; what they wrote and did stays theirs. Disabled by the machine's clock. */
export const endMember = command(async (tx, { id }: { readonly id: string }, { machineNow }) => {
  await disableMember(tx, id, isoOf(machineNow))
  return { id }
})

export const letMemberBack = command(async (tx, { id }: { readonly id: string }) => {
  await disableMember(tx, id, null)
  return { id }
})
