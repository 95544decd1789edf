export const en = {
  title: 'Mail',
  lead: 'An invented practice. These mails would have been sent; they went nowhere.',
  list: 'Letters, newest first',
  to: 'To',
  again: 'Look again',
  back: 'Who would you like to be?',
  none: { title: 'No mail yet', text: 'Invite someone, or ask for a new password, and look here again.' },
}
