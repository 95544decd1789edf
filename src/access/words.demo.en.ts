export const en = {
  title: 'Who would you like to be?',
  lead: 'Everyone here is invented. Choose one; the sign-in form is filled for you.',
  be: 'Be this person',
  beWhom: (name: string) => `Be ${name}`,
  details: 'Email, password and codes',
  email: 'Email',
  password: 'Password',
  inbox: 'Mail that would have been sent',
  none: 'There are no invented people yet.',
  honest:
    'These sign-ins are real ones: a password, and for those who work here a code that works once. They exist only in a demo. Do not put anything about a real person here.',
}
