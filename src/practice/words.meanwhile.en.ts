export const en = {
  coming: 'Your page is on its way',
  slow: 'The line is slow. Nothing is lost; you need not press anything.',
  title: 'If you cannot wait',
  call988: 'Call 988',
  text988: 'Text 988',
  text988Link: 'sms:988',
  call911: 'Call 911',
}
