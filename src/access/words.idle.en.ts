export const en = {
  warning: {
    label: 'Nobody seems to be here',
    soon: 'Nobody has touched this page for a while. In two minutes it will be covered. What you typed is kept.',
    last: 'In half a minute this page will be covered. What you typed is kept.',
    stay: 'Stay signed in',
  },
  covered: {
    title: 'Covered while you were away',
    lead: 'Sign in, and you are back where you were. What you typed is still here.',
    other: 'I am someone else',
  },
}
