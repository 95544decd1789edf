/** Nothing stands there yet that leaving it out could take away. */
type First = `first: ${string}`
/** It says something of this one asking and is stored over nothing. */
type Of = `of this asking: ${string}`

/**
 * Every input that may be left out of what changes something, and what leaving it out means: judged by hand, one by one.
 * What stands in the place of something earlier is not among these: its contract demands every key, null said aloud, or
 * takes an absent key for "as it is".
 */
export const absent: Readonly<Record<string, Readonly<Record<string, First | Of>>>> = {
  'POST /api/account/confirm': { 'proof.code': 'of this asking: who has no second step has no code' },
  'POST /api/courses/:courseId/exercises': {
    at: 'of this asking: now',
    insightId: 'first: it came of no insight',
    replaces: 'of this asking: it stands beside the others and in the place of none',
  },
  'POST /api/courses/:courseId/exercises/:exerciseId/log': {
    at: 'of this asking: now',
    words: 'first: nothing more was said that day',
  },
  'POST /api/courses/:courseId/insights': {
    at: 'of this asking: now',
    sessionId: 'first: it arose outside a session',
  },
  'POST /api/courses/:courseId/insights/:insightId/changes': {
    at: 'of this asking: now',
    exerciseId: 'first: it came of no exercise',
  },
  'POST /api/courses/:courseId/insights/:insightId/correction': { at: 'of this asking: now' },
  'POST /api/courses/:courseId/insights/:insightId/exercises': {
    at: 'of this asking: now',
    replaces: 'of this asking: it stands beside the others and in the place of none',
  },
  'POST /api/courses/:courseId/insights/:insightId/meaning': { at: 'of this asking: now' },
  'POST /api/courses/:courseId/sessions': {
    room: 'first: no room is chosen yet',
    despite: 'of this asking: nothing is answered for',
  },
  'POST /api/enquiries/:enquiryId/events': { note: 'first: nothing is noted with this event' },
  'POST /api/join': { stated: 'of this asking: only a guest states a license' },
  'POST /api/join/too': { stated: 'of this asking: only a guest states a license' },
  'POST /api/people/:personId/agreement/withdrawals': {
    part: 'of this asking: all of it is taken back, which is what a bare "I take it back" says',
  },
  'POST /api/people/:personId/telling': { at: 'of this asking: now' },
  'POST /api/people/:personId/telling/done': { at: 'of this asking: now' },
  'POST /api/people/:personId/telling/list': { at: 'of this asking: now' },
  'POST /api/people/:personId/findings': {
    'answers.telling':
      'of this asking: nothing that the client told was in view, and what they told stays to be confirmed',
  },
  'POST /api/people/:personId/answers': {
    instrumentVersion: 'of this asking: the edition that is asked now',
    finishedAt: 'of this asking: now',
  },
  'POST /api/people/:personId/asked': {
    at: 'of this asking: now',
    sessionId: 'first: asked outside a session',
  },
  'POST /api/people/:personId/asking/draft': {
    instrumentVersion: 'of this asking: the edition that is asked now',
  },
  'POST /api/people/:personId/invitation': {
    email: 'of this asking: it goes to the address on record, which stays',
  },
  'POST /api/people/:personId/plan/changes': { at: 'of this asking: now' },
  'POST /api/people/:personId/ratings': {
    instrumentVersion: 'of this asking: the edition that is asked now',
    finishedAt: 'of this asking: now',
  },
  'POST /api/people/:personId/ratings/draft': {
    instrumentVersion: 'of this asking: the edition that is asked now',
  },
  'POST /api/people/:personId/tasks/:taskId/on': { note: 'first: handed on without a word' },
  'POST /api/referrals': { who: 'of this asking: nobody has decided yet who is meant' },
  'POST /api/sessions/:sessionId/ride': { at: 'of this asking: now' },
  'POST /api/sessions/:sessionId/ride/lost': { at: 'of this asking: now' },
  'POST /api/sessions/:sessionId/closing': { at: 'of this asking: now' },
  'POST /api/sessions/:sessionId/closing/checks': { at: 'of this asking: now' },
  'POST /api/sessions/:sessionId/closing/cleared': { at: 'of this asking: now' },
  'POST /api/sessions/:sessionId/departures': {
    calledAt: 'first: not known; a correction says it',
    calledBy: 'first: not known; a correction says it',
    wentTo: 'first: not known; a correction says it',
    wentWith: 'first: not known; a correction says it',
    handedOver: 'first: not known; a correction says it',
    said: 'first: not known; a correction says it',
    toldWhom: 'first: not known; a correction says it',
    advised: 'first: not known; a correction says it',
    inWriting: 'first: not known; a correction says it',
    reached: 'first: not known; a correction says it',
    callbackBy: 'first: whoever looks after this person; a correction says it',
    corrects: 'of this asking: it corrects nothing',
    struck: 'of this asking: it happened',
  },
  'POST /api/sessions/:sessionId/departures/contacts': { words: 'first: nothing more is known of it' },
  'POST /api/sessions/:sessionId/distress': {
    corrects: 'of this asking: it corrects nothing',
    struck: 'of this asking: it happened',
    wrong: 'of this asking: nothing was said to be wrong',
  },
  'POST /api/sessions/:sessionId/doses': {
    orderId: 'first: given without an order, a deviation; a correction says it',
    identifiers: 'first: nothing was compared; a correction says it',
    corrects: 'of this asking: it corrects nothing',
    struck: 'of this asking: it happened',
  },
  'POST /api/sessions/:sessionId/events': {
    corrects: 'of this asking: it corrects nothing',
    struck: 'of this asking: it happened',
    wrong: 'of this asking: nothing was said to be wrong',
  },
  'POST /api/sessions/:sessionId/plan': { despite: 'of this asking: nothing is answered for' },
  'POST /api/sessions/:sessionId/vitals': {
    systolicMmHg: 'first: not measured; a correction says it',
    diastolicMmHg: 'first: not measured; a correction says it',
    heartRateBpm: 'first: not measured; a correction says it',
    spo2Percent: 'first: not measured; a correction says it',
    respirationsPerMin: 'first: not measured; a correction says it',
    sedationMoaas: 'first: not measured; a correction says it',
    corrects: 'of this asking: it corrects nothing',
    struck: 'of this asking: it happened',
    wrong: 'of this asking: nothing was said to be wrong',
  },
  'POST /api/tablet/answers': {
    finishedAt: 'of this asking: now',
    instrumentVersion: 'of this asking: the edition that is asked now',
  },
  'POST /api/tablet/draft': { instrumentVersion: 'of this asking: the edition that is asked now' },
  'POST /find/:listingId/write': {
    place: 'first: they do not say where they live',
    words: 'first: they write nothing more',
  },
}
