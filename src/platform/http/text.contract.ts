import * as z from 'zod/mini'
import { isKeepable, isOneLine, tidied } from '../../kernel/text.ts'
import type { ProblemKind } from '../../kernel/problem.ts'

/** The refusal that says what to do about it, in place of the one for every other fault. */
const asked = (kind: ProblemKind) => ({ params: { kind } })

const keepable = z.refine<string>(isKeepable, asked('words-not-kept'))
const oneLine = z.refine<string>(isOneLine, asked('one-line'))
const tidy = z.overwrite(tidied)

/** Words that stand on one line wherever they are shown: a name, a place, a number. */
export const line = (most: number, least = 1) =>
  z.string().check(keepable, tidy, oneLine, z.minLength(least), z.maxLength(most))

/** Words of as many lines as someone likes. */
export const lines = (most: number, least = 1) =>
  z.string().check(keepable, tidy, z.minLength(least), z.maxLength(most))

/** Words that are still being written, kept to the sign. */
export const unfinished = (most: number) => z.string().check(keepable, z.maxLength(most))
