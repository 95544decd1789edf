import type { ProblemKind } from '../../kernel/problem.ts'
import { en as referral } from './problem.referral.en.ts'
import { en as two } from './problem.two.en.ts'
import { en as unread } from './problem.unread.en.ts'

/** For each refusal: what happened, and what to do next. Nothing here says anything about anyone's health. */
export const en: Record<ProblemKind, { title: string; next: string }> = {
  ...referral,
  ...two,
  ...unread,
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
  'no-such-place': {
    title: 'We do not know this ZIP code.',
    next: 'Check its five numbers, or use one next to it.',
  },
  'link-gone': {
    title: 'This link does not work.',
    next: 'It may have been used already, or be too old. Ask for a new one.',
  },
  'has-account': {
    title: 'You already have a sign-in here.',
    next: 'Sign in first, then open the link again. Your new place is added to it.',
  },
  'needs-second-step': {
    title: 'This place needs a second step.',
    next: 'Add a passkey or an authenticator app to your sign-in, then open the link again.',
  },
  'already-joined': {
    title: 'This place is taken already.',
    next: 'Sign in to use it. If you cannot, ask your practice to renew your sign-in.',
  },
  'last-administrator': {
    title: 'A practice cannot be without an administrator.',
    next: 'Make someone else an administrator first.',
  },
  'not-an-administrator': {
    title: 'This person administers no practice.',
    next: 'An administrator of their practice can let them in again.',
  },
  'another-administrator': {
    title: 'Another administrator can let them in again.',
    next: 'Ask one. Or say why not, in writing: it is kept and shown to all of them.',
  },
  'not-for-oneself': {
    title: 'You cannot decide this for yourself.',
    next: 'Ask another administrator. Two people see more than one.',
  },
  'already-set-up': {
    title: 'This has been set up already.',
    next: 'Sign in, or ask the person who set it up to invite you.',
  },
  'no-mail': {
    title: 'No mail leaves this server, so the link could not reach them.',
    next: 'Nothing was changed, and the request still waits. Ask whoever runs the server to set up mail, then allow it again.',
  },
  'last-factor': {
    title: 'This is the last thing that lets you in.',
    next: 'Add a passkey or an authenticator app first. Then you can take this one away.',
  },
  'not-allowed': {
    title: 'You cannot open or change this.',
    next: 'If you need it for your work, that takes another part in the practice, which an administrator gives.',
  },
  'seat-ended': {
    title: 'Your place here has ended.',
    next: 'You can open nothing more of it. Sign in to your other places, or ask the one who invited you.',
  },
  'guest-works-here': {
    title: 'You work in this practice already.',
    next: 'A guest comes from outside. Ask the coordinator to add you to the care team instead.',
  },
  'guest-is-client': {
    title: 'This invitation cannot be taken with this sign-in.',
    next: 'It is meant for someone else. Sign out, and let them open the link.',
  },
  'not-taken-up-yet': {
    title: 'This cannot be taken up just now.',
    next: 'Open the link again in a day or two. Nothing is lost.',
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
  'too-many': { title: 'That was a lot of tries.', next: 'Wait a moment, then try again. Nothing is lost.' },
  'intent-missing': { title: 'This could not be sent safely.', next: 'Reload the page and send it again.' },
  'intent-reused': {
    title: 'This was already sent with other content.',
    next: 'Reload to see what was saved, then send your change as a new one.',
  },
  'id-taken': { title: 'This was already saved elsewhere.', next: 'Reload the page and enter it again.' },
  'not-of-this': {
    title: 'Something this names does not belong here.',
    next: 'Nothing was saved. Reload the page, then choose it again from what is shown.',
  },
  'form-taken-back': {
    title: 'This form is not asked any more.',
    next: 'You need not fill it in. What you wrote is still here; if it matters to you, tell your practice about it.',
  },
  'not-possible': {
    title: 'These entries do not fit together.',
    next: 'Nothing was saved. Look at what you entered, change it, and send it again.',
  },
  'words-not-kept': {
    title: 'A sign in these words cannot be kept.',
    next: 'You may not see it; it can come in with copied text. Type the words by hand and send them again.',
  },
  'one-line': {
    title: 'This goes on one line.',
    next: 'Take the line breaks and tabs out of the marked fields, and send it again.',
  },
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
  'plan-past': {
    title: 'This time is past.',
    next: 'Choose a time that is still ahead.',
  },
  'plan-overlaps': {
    title: 'Something is taken at that hour.',
    next: 'Choose another time or room, or write why it can be so all the same.',
  },
  'session-begun': {
    title: 'This session has already begun or is over.',
    next: 'Plan a new one instead.',
  },
  'nothing-widens-yet': {
    title: 'Not today. You can decide this tomorrow.',
    next: 'For a day after a session we keep everything as it was, so that you can choose with a clear head. What you wrote is safe.',
  },
  'answer-not-offered': {
    title: 'This answer is not one of those offered.',
    next: 'Choose one of the answers shown and send again.',
  },
  'date-missing': {
    title: 'The date is missing.',
    next: 'Give the date, as exactly as it is known. A year alone is enough.',
  },
  'date-not-possible': {
    title: 'This date cannot be right.',
    next: 'Check the day, the month and the year. It cannot be in the future.',
  },
  'note-missing': {
    title: 'A word of explanation is missing.',
    next: 'Write in a few words how this is known, or why it cannot be.',
  },
  'finding-blocks': {
    title: 'Something here does not allow this.',
    next: 'The marked lines say what, and what would clear it. You can still write “not now” or “no”.',
  },
  'finding-open': {
    title: 'Something is not known yet.',
    next: 'Answer what is marked, or write “not now”.',
  },
  'finding-needs-override': {
    title: 'A written decision is missing.',
    next: 'For each marked line, write why you would go ahead and how, and sign it. Then decide.',
  },
  'finding-not-acknowledged': {
    title: 'Please mark what you have seen.',
    next: 'Tick each marked line once you have read it, then sign again.',
  },
  'override-not-offered': {
    title: 'This line cannot be decided this way.',
    next: 'Look at how it stands now. What blocks is cleared only by new facts.',
  },
  'call-missing': {
    title: 'Nobody is named yet who calls them.',
    next: 'Choose who calls, and by which day.',
  },
  'conditions-missing': {
    title: 'The conditions are missing.',
    next: 'Write what has to hold, or choose to clear without conditions.',
  },
  'validity-not-possible': {
    title: 'This date does not work.',
    next: 'Choose a day after today and within a year.',
  },
  'nothing-to-correct': {
    title: 'There is nothing here to correct.',
    next: 'Reload to see what was recorded, then correct that.',
  },
  'not-signed-yet': {
    title: 'Nothing can be signed just now.',
    next: 'You can read everything, and take back anything. Signing opens again later; this page says when.',
  },
  'rest-first': {
    title: 'This can wait.',
    next: 'Rest first. You can come back to it once you are home and clear.',
  },
  'read-first': {
    title: 'That was very quick.',
    next: 'Please take a moment with the pages. Nothing is lost; you can sign when you are ready.',
  },
  'say-it-first': {
    title: 'A few questions come first.',
    next: 'Say the main points in your own words, or talk them through with your team. Then you can sign.',
  },
  'order-not-of-protocol': {
    title: 'This order does not fit the course’s protocol.',
    next: 'Choose a product, a form and a route that the protocol knows, or begin a course on another protocol.',
  },
  'order-over': {
    title: 'This order would be over already.',
    next: 'Choose a last day that lies ahead.',
  },
  'order-needs-reason': {
    title: 'This amount lies outside the published range.',
    next: 'Write your reason in the order, or look at the amount again.',
  },
  'order-in-force': {
    title: 'Another order is in force for this course.',
    next: 'Look at it as it is now. Replace it, or stop it first.',
  },
  'gates-open': {
    title: 'This is not ready yet.',
    next: 'The page now shows what is still open and who can clear it.',
  },
  'release-live': {
    title: 'A release is live already.',
    next: 'Give the dose under it, or wait until it ends.',
  },
  'nothing-to-decide': {
    title: 'There is nothing here to decide.',
    next: 'Look at how it stands now.',
  },
  'corrected-already': {
    title: 'This entry was corrected already.',
    next: 'Look at the newest entry and correct that one.',
  },
  'not-dosed': {
    title: 'Nothing has been recorded as given in this session.',
    next: 'Record that first. Then come back to this.',
  },
  'criteria-open': {
    title: 'Not everything is met yet.',
    next: 'Finish what is open, or ask a prescriber for a written decision.',
  },
  'discharged-already': {
    title: 'This session has been closed already.',
    next: 'Look at how it was closed. A correction can still be added.',
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
