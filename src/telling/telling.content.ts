import * as z from 'zod/mini'
import file from '../../content/history/form.json' with { type: 'json' }
import { FormFile } from './form.contract.ts'
import type { Form } from './telling.ts'

/** What a client is asked by a form, read once and refused at start when misshapen. */
export const form: Form = z.parse(FormFile, file)
