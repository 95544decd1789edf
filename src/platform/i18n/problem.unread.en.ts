/** What is refused before it is read. */
export const en = {
  'not-readable': {
    title: 'This could not be read.',
    next: 'It came cut off or changed. Reload the page and send it again. Nothing was saved.',
  },
  'not-of-this-kind': {
    title: 'This was sent in a form we do not read.',
    next: 'Send it from our own page, or choose another kind of file. Nothing was saved.',
  },
  'too-slow': {
    title: 'This took too long to arrive.',
    next: 'Check the connection and send it again. Nothing was saved.',
  },
  'too-large': { title: 'This is too large.', next: 'Send a smaller file or a shorter text.' },
}
