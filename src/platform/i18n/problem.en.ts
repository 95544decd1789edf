import type { ProblemKind } from '../../kernel/problem.ts'

/** For each refusal: what happened, and what to do next. Nothing here says anything about anyone's health. */
export const en: Record<ProblemKind, { title: string; next: string }> = {
  'not-signed-in': {
    title: 'You are not signed in.',
    next: 'Sign in again. What you typed is still on this page.',
  },
  'second-factor-needed': {
    title: 'One more step is needed.',
    next: 'Confirm it is you with your code or your passkey, then try again.',
  },
  'confirmation-needed': {
    title: 'Please confirm it is you.',
    next: 'Enter your password and a code, or use your passkey. Then it goes ahead.',
  },
  'not-recognised': {
    title: 'That did not match.',
    next: 'Check it and try again. A code works once: if you have just used it, wait for the next one.',
  },
  'not-allowed': {
    title: 'You cannot open or change this.',
    next: 'If you need it for your work, ask an administrator of your practice.',
  },
  'not-found': {
    title: 'We could not find this.',
    next: 'Check that the link is whole, or go back and choose again.',
  },
  'no-such-page': { title: 'There is no such page.', next: 'Check the address, or go back to the start.' },
  'other-origin': {
    title: 'This did not come from our own page.',
    next: 'Open the page again from its usual address.',
  },
  malformed: {
    title: 'Something here does not look right.',
    next: 'Look at the marked fields and try again.',
  },
  'too-large': { title: 'This is too large.', next: 'Send a smaller file or a shorter text.' },
  'too-many': { title: 'That was a lot of tries.', next: 'Wait a moment, then try again. Nothing is lost.' },
  'intent-missing': { title: 'This could not be sent safely.', next: 'Reload the page and send it again.' },
  'intent-reused': {
    title: 'This was already sent with other content.',
    next: 'Reload to see what was saved, then send your change as a new one.',
  },
  'id-taken': { title: 'This was already saved elsewhere.', next: 'Reload the page and enter it again.' },
  'changed-meanwhile': {
    title: 'Someone changed this while you were looking at it.',
    next: 'Look at how it is now, then decide again.',
  },
  'not-a-demo': {
    title: 'Only a demo practice can move its clock.',
    next: 'In a real practice, time passes by itself. Nothing was changed.',
  },
  'course-open': {
    title: 'There is already an open course.',
    next: 'Go on with that one, or bring it to its planned ending first.',
  },
  'course-ended': {
    title: 'This course has ended.',
    next: 'Nothing new can be planned on it. Start a new course if care goes on.',
  },
  'ending-unplanned': {
    title: 'An ending needs a day and some words.',
    next: 'Choose the last day, and write what shall stay with the client.',
  },
  'session-begun': {
    title: 'This session has already begun or is over.',
    next: 'Plan a new one instead.',
  },
  'nothing-widens-yet': {
    title: 'Not today. You can decide this tomorrow.',
    next: 'For a day after a session we keep everything as it was, so that you can choose with a clear head. What you wrote is safe.',
  },
  internal: {
    title: 'Something went wrong on our side.',
    next: 'Nothing was changed. Try again; if it stays, tell us the number below.',
  },
  'cannot-save': {
    title: 'We cannot save just now.',
    next: 'Keep this page open and try again in a minute.',
  },
}
