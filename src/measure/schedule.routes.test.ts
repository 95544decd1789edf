import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addCourse, addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { inventedWording } from '../instrument/testing/wording.ts'
import { day, hour } from '../kernel/instant.ts'
import { inPractice, nobody, serviceIn } from '../platform/db/door.ts'
import { gatherMoved } from './moved.commands.ts'
import { askingTask, lookAtEveryone, moveOn } from './schedule.commands.ts'
import { askingOf, typedOf } from './settingTyped.ts'
import { usualSchedule } from './usual.content.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, db } = clinic

let client: Someone
beforeAll(() => move(machineStart))
beforeEach(async () => {
  client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
  await clearJobs()
})

/** The care clock goes with the machine's; here it is set to stand at a moment. */
const move = (careNow: number) =>
  owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(careNow).toISOString(),
  ])
const clearJobs = () => owner.query('delete from graphile_worker._private_jobs; delete from moved')
const jobs = async (name: string) =>
  (
    await owner.query(
      `select j.payload, j.run_at from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
      [name],
    )
  ).rows
const asking = async (who = client) => (await ask(who, `/api/people/${who.seatId}/asking`)).json()
const askedIds = async () =>
  (await asking()).due.map(({ instrument }: { instrument: { id: string } }) => instrument.id)
const send = (instrumentId: string, answers: object, more: object = {}) =>
  ask(client, `/api/people/${client.seatId}/answers`, {
    body: { id: randomUUID(), instrumentId, language: 'en', answers, withheld: {}, ...more },
  })
const gather = () => inPractice(db, nobody, gatherMoved)
const calm = { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0] }
const moveOnAt = (careNow: number, mailLeaves = true) =>
  inPractice(db, serviceIn(practiceId, 'asking'), (tx) =>
    moveOn(tx, client.seatId, { careNow, machineNow: Date.now(), mailLeaves }),
  )
const logOf = async () =>
  (
    await owner.query(
      `select what, instrument_id, late from asking_log where person_id = $1 order by recorded_at, instrument_id`,
      [client.seatId],
    )
  ).rows.map(({ what, instrument_id: id, late }) => `${what} ${id}${late ? ' late' : ''}`)
const occasions = async (who = people.therapist) =>
  (await ask(who, `/api/people/${client.seatId}/occasions`)).json().occasions as {
    key: string
    state: string
    together: boolean
    late: boolean
  }[]
const stateOf = async (key: string) => (await occasions()).find((one) => one.key === key)

const meet = () =>
  owner.query(
    `insert into suicide_check (practice_id, id, person_id, answer, asked_by, asked_at)
     values ($1, gen_random_uuid(), $2, 'no-thoughts', $3, now())`,
    [practiceId, client.seatId, people.therapist.seatId],
  )

const beginning = 'beginning/enrolment/phq-9'

describe('what someone is asked', () => {
  /** 10 + 7 + 5 + 3, whatever is answered: the 25 that may be asked before anyone was met. One more is one too many. */
  const first = ['phq-9', 'gad-7', 'asq', 'audit-c']

  test('before a first meeting no more than 25 questions; the rest is asked together, and which is not said', async () => {
    expect(await askedIds()).toEqual(first)
    const now = await asking()
    expect(now.together).toBe(5)
    expect(JSON.stringify(now)).not.toContain('kt-mood-check')
    expect(await stateOf('beginning/enrolment/kt-mood-check')).toMatchObject({
      state: 'open',
      together: true,
    })
  })

  test('over several sittings it stays within 25, with the screen that an answer opens', async () => {
    const send = (instrumentId: string, answers: object) =>
      ask(client, `/api/people/${client.seatId}/answers`, {
        body: { id: randomUUID(), instrumentId, language: 'en', answers, withheld: {} },
      })
    await send('phq-9', { answers: [1, 0, 0, 0, 0, 0, 0, 0, 1], item10: 0 })
    expect(await askedIds()).toEqual(['asq', 'gad-7', 'audit-c'])
    await send('asq', { 1: 'no', 2: 'no', 3: 'no', 4: 'no' })
    expect(await askedIds()).toEqual(['gad-7', 'audit-c'])
    await send('gad-7', { answers: [0, 0, 0, 0, 0, 0, 0] })
    await send('audit-c', { answers: [0] })
    expect(await askedIds()).toEqual([])
  })

  test('whoever puts the short ones off is not handed a longer one in their place', async () => {
    for (const instrumentId of first)
      await ask(client, `/api/people/${client.seatId}/asking/refused`, { body: { instrumentId } })
    expect(await askedIds()).toEqual([])
    expect(await stateOf('beginning/enrolment/pcl-5')).toMatchObject({ state: 'open', together: true })
    await meet()
    expect(await askedIds()).toEqual(['nida-drug1', 'pcl-5', 'kt-bladder-check'])
  })

  test('after it everything that has words; what happened to them is still no matter for a form', async () => {
    await meet()
    expect(await askedIds()).toEqual([...first, 'nida-drug1', 'pcl-5', 'kt-bladder-check'])
  })

  test('what closes first comes first: the day before a journey, its short questions before the long ones', async () => {
    await meet()
    await addCourse(owner, practiceId, client.seatId)
    const [one, two, ...others] = await askedIds()
    expect([one, two]).toEqual(['asq', 'phq-2'])
    expect(others[0]).toBe('phq-9')
  })

  test('what a practice may show, it asks, until it takes the words back', async () => {
    await meet()
    const load = (wording: object | null) =>
      ask(people.administrator, '/api/wordings', {
        body: { id: randomUUID(), instrumentId: 'b-ipf', language: 'en', wording, licence: 'ours' },
      })
    await load(inventedWording('b-ipf'))
    expect(await askedIds()).toContain('b-ipf')
    await load(null)
    expect(await askedIds()).not.toContain('b-ipf')
  })

  test('shown, answered and put off are written down once; the rest of the team sees them as what they are', async () => {
    const about = { body: { instrumentId: 'phq-9' } }
    await ask(client, `/api/people/${client.seatId}/asking/shown`, about)
    await ask(client, `/api/people/${client.seatId}/asking/shown`, about)
    expect(await logOf()).toEqual(['shown phq-9'])
    await ask(client, `/api/people/${client.seatId}/asking/refused`, {
      body: { instrumentId: 'kt-bladder-check' },
    })
    await send('phq-9', calm)
    expect(await askedIds()).not.toContain('phq-9')
    await gather()
    expect(await jobs(askingTask)).toHaveLength(1)
    await moveOnAt(machineStart)
    await moveOnAt(machineStart)
    expect((await logOf()).filter((line) => !line.startsWith('intended'))).toEqual([
      'shown phq-9',
      'refused kt-bladder-check',
      'answered phq-9',
    ])
    expect(await stateOf('beginning/enrolment/kt-bladder-check')).toMatchObject({ state: 'refused' })
    expect(await stateOf(beginning)).toMatchObject({ state: 'answered', shown: true })
  })

  test('"not this time" holds when the moment it hangs on is corrected by minutes', async () => {
    const about = { body: { instrumentId: 'kt-bladder-check' } }
    await ask(client, `/api/people/${client.seatId}/asking/refused`, about)
    await owner.query(
      `update asking_log set target_at = target_at - interval '10 minutes' where person_id = $1`,
      [client.seatId],
    )
    expect(await stateOf('beginning/enrolment/kt-bladder-check')).toMatchObject({ state: 'refused' })
    expect(await askedIds()).not.toContain('kt-bladder-check')
  })

  test('the suicide screen put off as a whole is no silence: a person has it to ask', async () => {
    const refuse = () =>
      ask(client, `/api/people/${client.seatId}/asking/refused`, { body: { instrumentId: 'asq' } })
    await refuse()
    await refuse()
    const { rows } = await owner.query('select kind, urgency from task where person_id = $1', [client.seatId])
    expect(rows).toEqual([{ kind: 'screen-in-person', urgency: 'same-day' }])
  })

  test('nobody else says for a client that a form was seen or put off', async () => {
    for (const who of [people.therapist, people.otherClient])
      for (const what of ['shown', 'refused'])
        expect(
          (await ask(who, `/api/people/${client.seatId}/asking/${what}`, { body: { instrumentId: 'phq-9' } }))
            .statusCode,
        ).toBeGreaterThan(402)
    expect(await logOf()).toEqual([])
  })
})

describe('late', () => {
  const over = 380 * day

  test('once its time is over it is missed and not asked; answered after all it is kept, and marked late', async () => {
    await move(machineStart + over)
    await moveOnAt(machineStart + over)
    expect(await askedIds()).toEqual([])
    expect(await stateOf(beginning)).toMatchObject({ state: 'missed', late: false })
    expect((await send('phq-9', calm)).statusCode).toBe(200)
    await moveOnAt(machineStart + over)
    expect(await logOf()).toContain('answered phq-9 late')
    expect(await stateOf(beginning)).toMatchObject({ state: 'missed', late: true })
    await move(machineStart)
  })

  test('finished in time on a device without a network, it is answered, not late', async () => {
    await move(machineStart + over)
    await moveOnAt(machineStart + over)
    await send('phq-9', calm, { finishedAt: machineStart - 30 * day })
    expect(await stateOf(beginning)).toMatchObject({ state: 'answered' })
    await moveOnAt(machineStart + over)
    expect(await logOf()).toContain('answered phq-9')
    await move(machineStart)
  })

  test('whoever left is asked nothing more, and what was open is unknown', async () => {
    await owner.query('update seat set until = $1 where id = $2', [new Date(machineStart), client.seatId])
    await move(machineStart + hour)
    await moveOnAt(machineStart + hour)
    expect(await stateOf(beginning)).toMatchObject({ state: 'missed' })
    expect(await jobs(askingTask)).toEqual([])
    await move(machineStart)
  })
})

describe('the job', () => {
  /** Four days after the first sign-in, ten in the morning there. */
  const reminderDue = machineStart + 4 * day + hour

  test('reminds once, by day, of what is open, with nothing in it that says what', async () => {
    await moveOnAt(reminderDue)
    expect((await jobs('mail-notice')).map(({ payload }) => payload)).toEqual([
      { accountId: client.accountId, notice: 'whenYouCan', practiceId },
    ])
    await moveOnAt(reminderDue + hour)
    expect(await jobs('mail-notice')).toHaveLength(1)
  })

  test('three servers at once remind once and write down once', async () => {
    await Promise.all([moveOnAt(reminderDue), moveOnAt(reminderDue), moveOnAt(reminderDue)])
    expect(await jobs('mail-notice')).toHaveLength(1)
    const log = await logOf()
    expect(new Set(log).size).toBe(log.length)
  })

  test('at night it reminds no one and comes back in the morning', async () => {
    await moveOnAt(reminderDue + 12 * hour)
    expect(await jobs('mail-notice')).toEqual([])
    const [next] = await jobs(askingTask)
    expect(Math.abs(next.run_at.getTime() - Date.now() - 11 * hour)).toBeLessThan(hour)
  })

  test('where no mail can leave, no one is said to have been reminded', async () => {
    await moveOnAt(reminderDue, false)
    expect((await logOf()).filter((line) => line.startsWith('reminded'))).toEqual([])
  })

  test('an answer, and a course that begins, put it on the list anew; one waits for one person', async () => {
    await send('phq-9', calm)
    await ask(people.coordinator, `/api/people/${client.seatId}/courses`, {
      body: { id: randomUUID(), protocolId: 'sublingual', protocolVersion: '2' },
    })
    await gather()
    expect((await jobs(askingTask)).map(({ payload }) => payload)).toEqual([
      { practiceId, personId: client.seatId },
    ])
  })
})

describe('the practice’s own schedule', () => {
  const only = usualSchedule
    .filter(({ id }) => id === 'beginning')
    .map((line) => ({ ...askingOf(typedOf(line)), instruments: ['kt-bladder-check'] }))
  const set = (who: Someone, lines: object[]) =>
    ask(who, '/api/asking-schedule', { body: { id: randomUUID(), lines } })

  test('whoever administers reads the usual one, with what cannot be asked named, and sets another', async () => {
    const now = (await ask(people.administrator, '/api/asking-schedule')).json()
    expect(now).toMatchObject({ usual: true, silent: expect.arrayContaining(['EDI', 'B-IPF']) })
    expect((await set(people.administrator, only)).statusCode).toBe(200)
    expect(await askedIds()).toEqual(['kt-bladder-check'])
    expect(await jobs('asking-all')).toHaveLength(1)
    await inPractice(db, serviceIn(practiceId, 'asking'), lookAtEveryone)
    expect((await jobs(askingTask)).map(({ payload }) => payload.personId)).toContain(client.seatId)
  })

  test('what cannot be asked is refused, with the line and the reason, and nothing changes', async () => {
    const wrong = [{ ...only[0]!, instruments: ['bdi-ii'], closesHoursAfter: 0, remindHoursAfter: null }]
    const reply = await set(people.administrator, wrong)
    expect([reply.statusCode, reply.json().fields]).toEqual([
      422,
      [
        { path: 'lines.0', fault: 'not-askable' },
        { path: 'lines.0', fault: 'closes-range' },
      ],
    ])
  })

  test('a line names its source, in both languages, until the practice sets it otherwise', async () => {
    const sourceOf = async (lines: object[]) => {
      expect((await set(people.administrator, lines)).statusCode).toBe(200)
      return (await ask(people.administrator, '/api/asking-schedule')).json().lines[0].source
    }
    expect(await sourceOf(only)).toEqual({
      en: expect.stringContaining('baseline'),
      es: expect.stringContaining('punto de partida'),
    })
    expect(await sourceOf([{ ...only[0]!, closesHoursAfter: 100 }])).toBe(null)
    expect(await sourceOf([{ ...only[0]!, instruments: ['phq-2'] }])).toBe(null)
  })

  test('nobody else sets it', async () => {
    for (const who of [people.therapist, people.coordinator, people.client])
      expect((await set(who, only)).statusCode).toBe(403)
  })
})
