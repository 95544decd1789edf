import type { Transaction } from 'kysely'
import type { Changeable, Schema } from './schema.ts'
import type { PracticeTx } from './tx.ts'

/** What stores accept: the same transaction, able to add, and to change the few tables that may change. Nothing deletes. */
export type WriteTx = PracticeTx &
  Pick<Transaction<Schema>, 'insertInto'> &
  Pick<Transaction<Pick<Schema, keyof Schema & keyof Changeable>>, 'updateTable'>

/** Only commands may call this (dependency-cruiser: `only-commands-write`). */
export const writing = (tx: PracticeTx): WriteTx => tx as WriteTx
