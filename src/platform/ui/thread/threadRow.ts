import { around } from './box.ts'
import { type EarlierRow, earlierRow } from './earlierRow.ts'
import { type Label, lineHeight } from './label.ts'
import { widthOf, wrap } from './letters.ts'
import { nudged } from './placer.ts'
import { placeTitle } from './rowTitle.ts'
import { plain, type Sheet, soft } from './sheet.ts'
import { type Loop, loopHalf, loopSizes, type Strand, strandsOf } from './strand.ts'
import { agreedFor, livedDepartures, livedDoses, livedUntil, momentsAhead, plannedDoses } from './view.ts'

export type Ring = { readonly x: number; readonly y: number; readonly lived: boolean }
export type Band = { readonly x: number; readonly width: number; readonly phase: 'prep' | 'jour' | 'integ' }
export type Node = { readonly x: number; readonly y: number }

export type ThreadRow = {
  readonly strands: readonly Strand[]
  readonly rings: readonly Ring[]
  /** Agreed moments ahead, open and dotted. */
  readonly nodes: readonly Node[]
  readonly now: Node
  /** Where someone left otherwise: a door with an arrow out of it. */
  readonly doors: readonly Node[]
  readonly earlier: EarlierRow
  readonly bands: readonly Band[]
  readonly bandHeight: number
  readonly bottom: number
}

const loopsOf = (sheet: Sheet): { lived: readonly Loop[]; planned: readonly Loop[] } => {
  const most = sheet.compact ? 30 : 44
  const lived = livedDoses(sheet.view).map((dose) => sheet.scale.x(dose.at))
  const planned = plannedDoses(sheet.view).map((dose) => sheet.scale.x(dose.at))
  const sizes = loopSizes([...lived, ...planned], most)
  const height = sheet.compact ? 44 : 64
  const loops = [...lived, ...planned].map((at, place): Loop => ({ at, size: sizes[place]!, height }))
  return { lived: loops.slice(0, lived.length), planned: loops.slice(lived.length) }
}

/** The thread itself, under a header of phases. The first row of every picture, and the only one some will ever want. */
export function threadRow(sheet: Sheet): ThreadRow {
  const { view, scale } = sheet
  const bandHeight = sheet.compact ? 22 : 28
  const { lived, planned } = loopsOf(sheet)
  const base = bandHeight + (sheet.compact ? 66 : 100)
  const lastLoop = lived.at(-1)
  const until = view.endedAt === undefined ? scale.now : scale.x(livedUntil(view))
  const nowX = Math.max(until, scale.from, lastLoop ? lastLoop.at + loopHalf(lastLoop.size) : 0)
  const now = { x: nowX, y: base }
  const to = view.endedAt === undefined ? scale.to : nowX
  const strands = strandsOf({ from: scale.from, now: nowX, to, lived, planned }, base)
  const ring = (isLived: boolean) => (loop: Loop) => ({ x: loop.at, y: base - loop.height, lived: isLived })
  const rings = [...lived.map(ring(true)), ...planned.map(ring(false))]
  const nodes = momentsAhead(view).map((moment) => ({ x: Math.max(scale.x(moment.at), nowX + 14), y: base }))
  const doors = doorsOf(sheet, { loops: lived, base })
  const bands = bandsOf(sheet, { loops: lived, nowX })
  placeTitle(sheet, { name: sheet.words.thread, detail: '' }, base - sheet.size - 6)
  for (const each of [...rings, now, ...nodes, ...doors]) sheet.placer.take(around(each.x, each.y, 9))
  const earlier = earlierRow(sheet, base)
  sheet.placer.take({ x: scale.now - 4, y: base + 10, width: 8, height: 36 })
  nameBands(sheet, bands, bandHeight)
  nameDoors(sheet, doors, base)
  nameMoments(sheet, { rings, nodes, now, base })
  const below = doors.length > 0 || earlier.way !== undefined ? lineHeight(sheet.size) : 0
  const room = (sheet.compact ? 28 : 40) + below
  return { strands, rings, nodes, now, doors, earlier, bands, bandHeight, bottom: base + room }
}

function bandsOf(sheet: Sheet, { loops, nowX }: { loops: readonly Loop[]; nowX: number }): readonly Band[] {
  const bands: Band[] = []
  let x = sheet.scale.from
  loops.forEach((loop, place) => {
    const phase = place === 0 ? 'prep' : 'integ'
    const half = Math.min(11, loopHalf(loop.size))
    if (loop.at - half > x) bands.push({ x, width: loop.at - half - x, phase })
    bands.push({ x: loop.at - half, width: 2 * half, phase: 'jour' })
    x = loop.at + half
  })
  if (nowX > x) bands.push({ x, width: nowX - x, phase: loops.length === 0 ? 'prep' : 'integ' })
  return bands
}

/** Each band is named where its name fits; a journey by its number. */
function nameBands(sheet: Sheet, bands: readonly Band[], height: number) {
  const { words, placer, size } = sheet
  let journey = 0
  const middle = height / 2 + size * 0.34
  for (const { x, width, phase } of bands) {
    if (phase === 'jour') journey += 1
    const text = { prep: words.preparation, jour: String(journey), integ: words.integration }[phase]
    const named: Label = {
      ...plain(sheet, text, { x: x + width / 2, y: middle }),
      anchor: 'middle',
      face: 'serif',
      slanted: phase !== 'jour',
      tone: phase,
    }
    const fits = phase === 'jour' || widthOf(text, size, 'serif') <= width - 8
    if (fits) placer.place(named)
    else if (bands.length === 1) placer.place({ ...named, x, anchor: 'start' })
  }
}

/** Beside the ring of its journey; on the thread itself where nothing was given. */
function doorsOf(sheet: Sheet, { loops, base }: { loops: readonly Loop[]; base: number }): readonly Node[] {
  const doses = livedDoses(sheet.view)
  return livedDepartures(sheet.view).map(({ at }) => {
    const place = doses.findLastIndex((dose) => dose.at <= at && at - dose.at < aDay)
    const loop = loops[place]
    return loop
      ? { x: loop.at + 20, y: base - loop.height - (sheet.compact ? 10 : 14) }
      : { x: Math.max(sheet.scale.x(at), sheet.scale.from), y: base - 16 }
  })
}

const aDay = 86_400_000

/** In words, and close to its mark: beside it, above, or under the thread; whatever finds no place is told below. */
function nameDoors(sheet: Sheet, doors: readonly Node[], base: number) {
  livedDepartures(sheet.view).forEach(({ label }, place) => {
    const door = doors[place]
    if (!door) return
    const { x, y } = door
    const name = soft(sheet, label, { x: x + 14, y: y + 5 })
    const before: Label = { ...name, x: x - 35, anchor: 'end' }
    const under = lower(soft(sheet, label, { x: x - 20, y: base + 26 }))
    const narrow = { ...name, lines: wrap(label, { width: 120, lines: 3, size: name.size, face: name.face }) }
    sheet.placer.place(
      ...nudged(name, 24),
      ...nudged(narrow, 24),
      ...nudged(before, 24),
      ...aside(under, x - 20),
    )
  })
}

type Moments = { rings: readonly Ring[]; nodes: readonly Node[]; now: Node; base: number }

function nameMoments(sheet: Sheet, moments: Moments) {
  nameNow(sheet, moments)
  nameDoses(sheet, moments)
  nameAhead(sheet, moments)
}

function nameNow(sheet: Sheet, { now, base }: Moments) {
  const { placer, view, words, date } = sheet
  const name = view.endedAt === undefined ? words.today : words.ended
  const after = {
    ...plain(sheet, `${name}, ${date(livedUntil(view))}`, { x: now.x + 8, y: base - 20 }),
    strong: true,
  }
  const high = { ...after, y: base - 40 }
  placer.place(after, { ...after, x: now.x - 8, anchor: 'end' }, high, {
    ...high,
    x: now.x - 8,
    anchor: 'end',
  })
  if (view.endedAt !== undefined) return
  const ahead: Label = { ...soft(sheet, words.ahead, { x: now.x + 12, y: 19 }), face: 'serif', slanted: true }
  placer.place(ahead, { ...ahead, x: now.x + 120 })
}

/** A dose by its date; one that is planned by what was agreed for it, too. */
function nameDoses(sheet: Sheet, { rings, base }: Moments) {
  const { placer, view, date } = sheet
  const doses = [...livedDoses(view), ...plannedDoses(view)]
  rings.forEach(({ x, lived }, place) => {
    const dose = doses[place]
    if (!dose) return
    const agreed = lived ? undefined : agreedFor(view, dose)
    const tone: Label['tone'] = lived ? 'jour' : 'soft'
    const day: Label = { ...soft(sheet, date(dose.at), { x, y: base + 26 }), anchor: 'middle', tone }
    const named: Label = { ...day, lines: [`${agreed?.label}, ${date(dose.at)}`] }
    placer.place(...(agreed ? [named, lower(named)] : []), day)
  })
}

function nameAhead(sheet: Sheet, { nodes, now, base }: Moments) {
  const { placer, view, date } = sheet
  momentsAhead(view).forEach((moment, place) => {
    const x = nodes[place]?.x ?? now.x
    const name = soft(sheet, `${moment.label}, ${date(moment.at)}`, { x, y: base + 26 })
    placer.place(...[name, lower(name)].flatMap((label) => aside(label, x)))
  })
}

const lower = (label: Label): Label => ({ ...label, y: label.y + label.size * 1.4 })

const aside = (label: Label, x: number): readonly Label[] => [
  { ...label, anchor: 'middle' },
  { ...label, anchor: 'start', x: x - 6 },
  { ...label, anchor: 'end', x: x + 8 },
]
