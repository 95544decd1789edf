import type { Actor } from '../kernel/actor.ts'

/**
 * Psychotherapy notes are their author's alone: nobody is even told that something was written. That a thing which waits
 * climbed its ladder is the team's alone: a client's own page would tell when, by moving.
 */
export const isTold = ({ action }: { readonly action: string }, actor: Pick<Actor, 'personId'>): boolean =>
  !action.startsWith('note.') && (actor.personId === null || action !== 'task.told')

/** In a rehearsal someone let time pass: every open page, whomever it follows, has to be asked what is true now. */
export const movesTheClock = ({ action }: { readonly action: string }): boolean =>
  action === 'care-clock.move'
