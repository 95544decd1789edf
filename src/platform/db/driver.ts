import {
  AbortedTransactionError,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { preparedAs } from './prepared.ts'

/**
 * Kysely over `pg`, with fewer trips. BEGIN travels with the first statement; a statement that nothing waits for (see
 * `withCommit`) travels with COMMIT; what is asked again and again is prepared once a connection. PostgreSQL works
 * through what it is sent in order, and each statement still fails or succeeds by itself.
 */
export const fewTrips = (pool: pg.Pool): Dialect => ({
  createDriver: () => new FewTripsDriver(pool),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
})

const lastOnes = new WeakSet<CompiledQuery>()

/** Marks a statement whose answer nobody needs: it is sent with what comes next, and fails that if it fails. */
export function withCommit<Query extends CompiledQuery>(query: Query): Query {
  lastOnes.add(query)
  return query
}

class FewTripsDriver implements Driver {
  readonly #pool: pg.Pool

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Line> {
    return new Line(await this.#pool.connect())
  }

  async beginTransaction(line: Line): Promise<void> {
    line.sendAhead('begin')
  }

  /** PostgreSQL answers ROLLBACK to a COMMIT when an earlier statement had failed. */
  async commitTransaction(line: Line): Promise<void> {
    const { command } = await line.settle(line.send('commit'))
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollbackTransaction(line: Line): Promise<void> {
    await line.giveUp()
  }

  async releaseConnection(line: Line): Promise<void> {
    line.release()
  }

  async destroy(): Promise<void> {
    await this.#pool.end()
  }
}

/** PostgreSQL's word for a prepared statement that a newer server's migration has outdated. */
const outdated = '0A000'

class Line implements DatabaseConnection {
  readonly #client: pg.PoolClient
  #ahead: Promise<unknown> | undefined
  #unfit = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (lastOnes.has(query)) {
      this.sendAhead(query.sql, query.parameters)
      return { rows: [] }
    }
    try {
      const { command, rowCount, rows } = await this.settle(this.send(query.sql, query.parameters))
      return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) }
    } catch (cause) {
      if ((cause as { code?: string }).code === outdated) this.#unfit = true
      throw cause
    }
  }

  streamQuery(): never {
    throw new Error('nothing here is read as a stream')
  }

  /** Everything sent before the process next looks up leaves in one packet. */
  send(text: string, values?: readonly unknown[]): Promise<pg.QueryResult> {
    const { stream } = this.#client.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    return new Promise((settle, fail) => {
      const told = (fault: Error | undefined, result: pg.QueryResult) =>
        fault ? fail(asLost(fault)) : settle(result)
      const query = new pg.Query(text, values as unknown[] | undefined)
      Object.assign(query, { name: values && preparedAs(text), callback: told })
      this.#client.query(query)
    })
  }

  sendAhead(text: string, values?: readonly unknown[]): void {
    const sent = this.settle(this.send(text, values))
    sent.catch(toldLater)
    this.#ahead = sent
  }

  /** The answer, unless what was sent ahead of it has failed: then that is the failure. */
  settle<Answer>(sent: Promise<Answer>): Promise<Answer> {
    const ahead = this.#ahead
    if (!ahead) return sent
    this.#ahead = undefined
    sent.catch(toldLater)
    return ahead.then(() => sent)
  }

  /** A line that cannot even be told to undo is given back as lost: its end undoes. What is told is why it came to this. */
  async giveUp(): Promise<void> {
    this.#ahead = undefined
    await this.send('rollback').catch(() => {
      this.#unfit = true
    })
  }

  release(): void {
    this.#client.release(this.#unfit)
  }
}

/** `pg` tells of a lost connection in words alone; here it gets PostgreSQL's code for one, so that it is told as such. */
const asLost = (fault: Error & { code?: string }): Error =>
  fault.code === undefined && /^(Client|Connection) /.test(fault.message)
    ? Object.assign(fault, { code: '08006' })
    : fault

/** Kept: whoever settles next gets it. */
const toldLater = (): void => {}
