import * as z from 'zod/mini'
import file from '../../content/settings/own-protocol.json' with { type: 'json' }
import type { Bounds } from './bounds.ts'
import { BoundsFile } from './bounds.contract.ts'

const { bounds, readings } = z.parse(BoundsFile, file)

/** Read once, and refused at start when misshapen. */
export const ownBounds = { bounds, readings } satisfies Bounds
