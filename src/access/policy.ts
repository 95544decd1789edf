import type { Role } from '../kernel/actor.ts'

/** How an actor stands to what a request is about. `practice`: it is about no one person. */
export type Relation = 'self' | 'assigned' | 'formerly-assigned' | 'guest' | 'same-practice' | 'practice'

type Rule = Partial<Record<Role, readonly Relation[]>>

const own: readonly Relation[] = ['self']
const team: readonly Relation[] = ['assigned']
const anyone: readonly Relation[] = ['assigned', 'formerly-assigned', 'same-practice']
const practice: readonly Relation[] = ['practice']

const everyMember = {
  therapist: practice,
  prescriber: practice,
  monitor: practice,
  coordinator: practice,
  administrator: practice,
  auditor: practice,
} satisfies Rule

/**
 * Who may do what: action → role → relations. The only such table; what it does not name is refused.
 * access/verdicts.json holds the same answers for every route, written by hand, and a test compares the two.
 */
const may = {
  // Signed in, in whatever seat: one's own account and logins. Part-way in: only what takes one further, or out.
  'account.read': { account: practice, arriving: practice },
  'account.confirm': { account: practice },
  'account.change': { account: practice },
  'account.logins': { account: practice },
  'account.language': { account: practice },
  // Coming in, and coming in again.
  'join.look': { visitor: practice },
  'join.take': { visitor: practice },
  'seat.add': { account: practice },
  'set-up.look': { visitor: practice },
  'set-up.take': { visitor: practice },
  'recover.ask': { visitor: practice },
  'recover.take': { visitor: practice },
  'account.lost': { account: practice, arriving: practice },
  'person.invite': { coordinator: anyone },
  'member.read': { administrator: practice },
  'member.invite': { administrator: practice },
  'member.change': { administrator: practice },
  'account.recover-member': { administrator: practice },
  'account.recover-client': { coordinator: anyone, administrator: anyone },
  'account.by-owner': { administrator: practice, auditor: practice },
  'account.recoveries': { coordinator: practice, administrator: practice },
  // The invented people of a demo; answers nothing where the server is none.
  'demo.read': { visitor: practice },
  'login.start': { visitor: practice },
  'login.ask': { visitor: practice },
  'login.complete': { account: practice, arriving: practice },
  'login.leave': { account: practice, arriving: practice },
  'login.end': { account: practice },
  // Visitors.
  'public.read': { visitor: practice },
  'enquiry.send': { visitor: practice },
  // What people write to the practice before they are in its care.
  'enquiry.read': { coordinator: practice },
  'enquiry.answer': { coordinator: practice },
  // The people a practice cares for.
  'person.read': {
    client: own,
    guest: ['guest'],
    therapist: team,
    prescriber: team,
    monitor: team,
    coordinator: anyone,
  },
  'people.list': {
    therapist: practice,
    prescriber: practice,
    monitor: practice,
    coordinator: practice,
  },
  'person.create': { coordinator: practice },
  'care-team.change': { coordinator: anyone },
  'record.export': { client: own, therapist: team, prescriber: team },
  // Who else takes part, by the client's permission: given and taken back by the client alone.
  'guest.read': { client: own, therapist: team, prescriber: team, monitor: team, coordinator: anyone },
  'guest.invite': { client: own },
  'guest.end': { client: own },
  // The practice answers for who takes part under its roof: it can end a guest's part, and never begin one.
  'guest.dismiss': { prescriber: team, coordinator: anyone },
  'guest.check-license': { therapist: team, prescriber: team, coordinator: anyone },
  'guest.place': { guest: practice },
  'guest.leave': { guest: ['guest'] },
  // Psychotherapy notes. Only the author reads one; that line is held by the database, whatever is allowed here.
  'note.read': { guest: ['guest'], therapist: team },
  'note.write': { guest: ['guest'], therapist: team },
  'note.draft': { guest: ['guest'], therapist: team },
  'note.kept': { account: practice },
  'person.history': { client: own, administrator: anyone, auditor: anyone },
  'trail.read': { auditor: practice },
  // Counts without a person in them.
  'outcomes.read': { therapist: practice, prescriber: practice, administrator: practice },
  // Where one is, and the clock of care (which only a demo practice can move).
  'practice.read': {
    client: practice,
    guest: practice,
    therapist: practice,
    prescriber: practice,
    monitor: practice,
    coordinator: practice,
    administrator: practice,
    auditor: practice,
  },
  'members.read': { coordinator: practice, administrator: practice },
  'practice.settle': { administrator: practice },
  // Whom the practice lists for anyone to find: said by each of them, published by the desk.
  'listing.read': { coordinator: practice, administrator: practice },
  'listing.publish': { coordinator: practice, administrator: practice },
  // The rules and the protocols themselves, about no one.
  'rules.read': everyMember,
  // Who the medical director is: one of those who prescribe, named by the desk of the house.
  'director.name': { administrator: practice },
  // A practice’s own decision about them: whoever prescribes, in writing; a second of them signs too.
  'rules.propose': { prescriber: practice },
  'rules.second': { prescriber: practice },
  'protocols.read': everyMember,
  // A copy of the practice's own, for everyone here: signed by a prescriber.
  'protocols.publish': { prescriber: practice },
  'care-clock.move': {
    therapist: practice,
    prescriber: practice,
    monitor: practice,
    coordinator: practice,
    administrator: practice,
  },
  // What came with a referral, and what clinicians here say of it; the prescriber's decision.
  'referral.import': { coordinator: practice },
  'history.read': { therapist: team, prescriber: team, monitor: team, coordinator: anyone },
  'history.confirm': { therapist: team, prescriber: team, monitor: team },
  // What a client tells of their own health: in their own hand. Those who care for them read it on the page of the decision.
  'telling.read-own': { client: own },
  'telling.tell': { client: own },
  // How one is called and reached is one's own to say; a name or a birthday is set right by the practice.
  'reach.read-own': { client: own },
  'reach.change-own': { client: own },
  'details.confirm': { therapist: team, prescriber: team, monitor: team, coordinator: anyone },
  'clearance.read': { therapist: team, prescriber: team, monitor: team },
  'clearance.decide': { prescriber: team },
  'call.promise': { therapist: team, prescriber: team, monitor: team, coordinator: anyone },
  'hold.read': { client: own },
  // A course of care.
  'course.read': {
    client: own,
    guest: ['guest'],
    therapist: team,
    prescriber: team,
    monitor: team,
    coordinator: anyone,
  },
  'thread.read': { client: own, guest: ['guest'], therapist: team, prescriber: team, monitor: team },
  'chart.read': {
    guest: ['guest'],
    therapist: team,
    prescriber: team,
    monitor: team,
    coordinator: anyone,
  },
  // Journeys that took place elsewhere: brought in by who answers for what was given; told to the client without a dose.
  'brought.read': { guest: ['guest'], therapist: team, prescriber: team, monitor: team },
  'brought.bring': { therapist: team, prescriber: team },
  'earlier.read': { client: own },
  // Consents that were signed on paper before care began here: seen by two of the team; read, and ended, by whoever signed.
  'paper.read': { client: own, therapist: team, prescriber: team, monitor: team },
  'paper.bring': { therapist: team, prescriber: team, monitor: team },
  'home.read': { client: own },
  'course.start': { therapist: team, coordinator: anyone },
  'course.plan': { therapist: team, prescriber: team, coordinator: anyone },
  'course.review': { therapist: team, prescriber: team },
  // The session room. What happens there is taken down by whoever is there; a client's own page shows none of it.
  'room.read': { guest: ['guest'], therapist: team, prescriber: team, monitor: team },
  'room.observe': { guest: ['guest'], therapist: team, prescriber: team, monitor: team },
  'room.measure': { therapist: team, prescriber: team, monitor: team },
  // From an insight to daily life. What is private is held by the database, whatever is allowed here.
  'integration.read': { client: own, guest: ['guest'], therapist: team, prescriber: team, monitor: team },
  'integration.write': { client: own },
  'integration.share': { client: own },
  'exercise.agree': { guest: ['guest'], therapist: team },
  // What must be looked at by a person; the question asked in person; the plan that goes with it.
  'task.read': {
    therapist: practice,
    prescriber: practice,
    monitor: practice,
    coordinator: practice,
    administrator: practice,
  },
  'task.act': {
    therapist: team,
    prescriber: team,
    monitor: team,
    coordinator: anyone,
    administrator: anyone,
  },
  'asked.read': { therapist: team, prescriber: team, monitor: team },
  'asked.record': { therapist: team, prescriber: team, monitor: team },
  // The client's own safety plan: theirs to change at any hour; made and looked at together with a clinician.
  'plan.read': { client: own, therapist: team, prescriber: team, monitor: team },
  'plan.change': { client: own },
  'asked.plan': { therapist: team, prescriber: team },
  'asked.decide': { prescriber: team },
  'asked.formulate': { therapist: team, prescriber: team },
  // Questionnaires: answered by the client alone, or asked, and rated, by those who take part in the care here. A guest writes
  // nothing into this practice's record; the desk neither asks nor judges. Scores are read by those who take part in the care.
  'instrument.answer': { client: own },
  // What was answered is taken from someone whose place has ended, too; nothing is read to them.
  'instrument.hand-in': { client: own, departed: own },
  'instrument.rate': { therapist: team, prescriber: team, monitor: team },
  // The practice's tablet: whoever may ask hands it over for one form; the code is tried by nobody in particular.
  'tablet.hand': { therapist: team, prescriber: team, monitor: team },
  'tablet.open': { visitor: practice },
  'tablet.answer': { tablet: practice },
  // What is asked over a whole life of care, course by course: a guest in one of them does not read it.
  'occasion.read': { therapist: team, prescriber: team, monitor: team },
  // Their own, in words alone.
  'answers.read-own': { client: own },
  'measure.read': { guest: ['guest'], therapist: team, prescriber: team, monitor: team },
  // Consent: signed by the client alone; taken back by them, or by whoever hears them say it.
  'consent.read': { client: own, guest: ['guest'], therapist: team, prescriber: team, monitor: team },
  'consent.sign': { client: own },
  'consent.withdraw': { client: own, therapist: team, prescriber: team, monitor: team },
  'consent.narrow': { therapist: team, prescriber: team, monitor: team },
  'consent.read-wait': {
    therapist: practice,
    prescriber: practice,
    monitor: practice,
    administrator: practice,
  },
  'consent.set-wait': { prescriber: practice },
  'consent.teach': { client: own, therapist: team, prescriber: team, monitor: team },
  'consent.talk': { therapist: team, prescriber: team, monitor: team },
  'consent.rehearse': { therapist: team, prescriber: team, monitor: team },
  // What the client brings. Who reads it is held by the database, whatever is allowed here.
  'preparation.read': { client: own, guest: ['guest'], therapist: team, prescriber: team, monitor: team },
  'preparation.write': { client: own },
  // Orders, and what becomes of them. No client screen shows an amount.
  'order.read': { therapist: team, prescriber: team, monitor: team },
  'order.sign': { prescriber: team },
  'order.second': { prescriber: ['assigned', 'same-practice'] },
  'order.stop': { prescriber: team },
  // Ready to journey, the hours after, and their end. What happened is never refused to whoever was there.
  'ready.read': { therapist: team, prescriber: team, monitor: team },
  'ready.read-own': { client: own },
  'ride.name': { client: own, therapist: team, prescriber: team, monitor: team, coordinator: anyone },
  'alone.answer': { client: own, therapist: team, prescriber: team, monitor: team },
  'presence.note': { therapist: team, prescriber: team, monitor: team },
  'day.tell': { therapist: team, prescriber: team, monitor: team },
  'medicine.tell': { prescriber: team, monitor: team },
  'day.decide': { prescriber: team },
  'dose.release': { prescriber: team, monitor: team },
  'dose.record': { therapist: team, prescriber: team, monitor: team },
  'discharge.read': { therapist: team, prescriber: team, monitor: team },
  'discharge.check': { therapist: team, prescriber: team, monitor: team },
  // After intent or a plan was told since the dose.
  'discharge.clear': { therapist: team, prescriber: team },
  'discharge.sign': { prescriber: team, monitor: team },
  'discharge.override': { prescriber: team },
  'departure.record': { therapist: team, prescriber: team, monitor: team },
  'board.read': {
    therapist: practice,
    prescriber: practice,
    monitor: practice,
    coordinator: practice,
  },
  'live.follow-person': {
    client: own,
    guest: ['guest'],
    therapist: team,
    prescriber: team,
    monitor: team,
    coordinator: anyone,
  },
  'live.follow-practice': {
    therapist: practice,
    prescriber: practice,
    monitor: practice,
    coordinator: practice,
  },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof may

/**
 * What a session room that stays signed in while nobody touches it may still do, about its own session alone. Whatever is
 * not named here asks for the sign-in again: a chart, a signature, anything of one's own account but leaving.
 */
const keptInRoom: readonly string[] = [
  'room.read',
  'room.observe',
  'room.measure',
  'consent.narrow',
  'dose.record',
  'preparation.read',
  'live.follow-person',
  'practice.read',
  'login.leave',
] satisfies Action[]

export const isKeptInRoom = (action: string): boolean => keptInRoom.includes(action)

export const actions = Object.keys(may) as Action[]

const rules: Record<string, Rule> = may

export const can = (roles: readonly Role[], action: string, relation: string): boolean => {
  const rule = Object.hasOwn(rules, action) ? rules[action] : undefined
  return roles.some((role) => rule?.[role]?.includes(relation as Relation) ?? false)
}
