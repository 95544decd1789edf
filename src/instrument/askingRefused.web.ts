import type { Outbox } from '../platform/offline/useOutbox.web.ts'

/** What of this form the server would not take; oldest first. */
export const refusedOf = ({ refused }: Pick<Outbox, 'refused'>, id: string): Outbox['refused'] =>
  refused.filter(({ input }) => 'id' in input && input.id === id)
