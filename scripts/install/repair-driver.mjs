// @ts-check
// postgres 3.4.9 handles a connection that is lost badly: the process ends, queries wait for ever, and a transaction goes on
// inside another one; what it read outlives its use; it asks for types that it knows; and it cannot be asked how busy it is. These are the few lines it needs,
// applied to the installed package; docs-site/content/decisions/0018-driver-repairs.md says why here. Without packages of its own,
// because it runs before there are any.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const DRIVER = join(import.meta.dirname, '..', '..', 'node_modules', 'postgres')

/** @typedef {{ why: string, file: string, before: string, after: string }} Repair */

/** @type {Repair[]} */
export const REPAIRS = [
  {
    why: 'What waited to be sent on a lost connection is forgotten with it: else the next one begins with it, or never sends.',
    file: 'src/connection.js',
    before: `    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)
    socket.removeListener('connect', connected)
    idleTimer.cancel()
`,
    after: `    clearImmediate(nextWriteTimer)
    nextWriteTimer = chunk = null
    socket.removeListener('data', data)
    socket.removeListener('connect', connected)
    idleTimer.cancel()
`,
  },
  {
    why: `Everybody who waits is told, also who asked between the error and the end, and of a connection that ended before it
was ready (without another server to try it would be opened again at once, for ever); nothing of a half answer is left.`,
    file: 'src/connection.js',
    before: `    socket.removeAllListeners()
    socket = null

    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
`,
    after: `    const retrying = initial && options.host[retries + 1]
    if (!retrying && (initial || query || sent.length))
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
    socket.removeAllListeners()
    socket = query = results = errorResponse = null
    result = new Result()
    rows = 0

    if (retrying)
      return reconnect()

`,
  },
  {
    why: 'Nobody can write where there is no connection; who waits for an answer was told.',
    file: 'src/connection.js',
    before: `  function write(x, fn) {
`,
    after: `  function write(x, fn) {
    if (!socket)
      return true
`,
  },
  {
    why: 'A query given to a lost connection is refused, and the connection stays among those that can be opened again.',
    file: 'src/connection.js',
    before: `    if (stream)
      return queryError(q, Errors.generic('COPY_IN_PROGRESS'`,
    after: `    if (!socket)
      return queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true

    if (stream)
      return queryError(q, Errors.generic('COPY_IN_PROGRESS'`,
  },
  {
    why: 'Who reads in portions does not go on reading on the connection that took the place of the lost one.',
    file: 'src/connection.js',
    before: `    try {
      const x = await Promise.resolve(query.cursorFn(result))
      rows = 0
`,
    after: `    const asked = socket
    try {
      const x = await Promise.resolve(query.cursorFn(result))
      if (socket !== asked)
        return
      rows = 0
`,
  },
  {
    why: 'The same when reading a portion failed.',
    file: 'src/connection.js',
    before: `    } catch (err) {
      write(Sync)
      query.reject(err)
    }
  }

  function CloseComplete() {`,
    after: `    } catch (err) {
      if (socket !== asked)
        return
      write(Sync)
      query.reject(err)
    }
  }

  function CloseComplete() {`,
  },
  {
    why: 'A transaction knows that its connection was lost, and tells the statements that wait for their turn.',
    file: 'src/index.js',
    before: `        new Promise((_, reject) => connection.onclose = reject)
`,
    after: `        new Promise((_, reject) => connection.onclose = e => {
          lost = e
          while (queries.length)
            queries.shift().reject(e)
          reject(e)
        })
`,
  },
  {
    why: 'Where it is kept.',
    file: 'src/index.js',
    before: `    let savepoints = 0
      , connection
      , prepare = null
`,
    after: `    let savepoints = 0
      , connection
      , lost = null
      , prepare = null
`,
  },
  {
    why: 'Its later statements, the rollback too, are refused: the connection may already serve the transaction of somebody else.',
    file: 'src/index.js',
    before: `        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue === full
`,
    after: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)
        c.queue === full
`,
  },
  {
    why: 'Who waits for a connection is told that its first question, for the types, failed, and nobody else is: a rejection that nobody catches ends the process.',
    file: 'src/connection.js',
    before: `        return fetchArrayTypes()
`,
    after: `        return fetchArrayTypes().catch(err => initial && (queryError(initial, err), initial = null))
`,
  },
  {
    why: `V8 makes a function that is written where it is given to a property among the old objects. There it keeps what it
reaches, the query with all its rows, until the next full collection: more than half of what was read was copied twice.`,
    file: 'src/query.js',
    before: `    this.resolve = x => (this.active = false, resolve(x))
    this.reject = x => (this.active = false, reject(x))

    this.active = false
`,
    after: `    const settle = {
      resolve: x => (this.active = false, resolve(x)),
      reject: x => (this.active = false, reject(x))
    }
    this.resolve = settle.resolve
    this.reject = settle.reject

    this.active = false
`,
  },
  {
    why: 'The same for a transaction, with all that its function reaches.',
    file: 'src/index.js',
    before: `      sql.prepare = x => prepare = x.replace(/[^a-z0-9$-_. ]/gi)
`,
    after: `      Object.assign(sql, { prepare: x => prepare = x.replace(/[^a-z0-9$-_. ]/gi) })
`,
  },
  {
    why: `A statement whose parameters have types that are known goes out at once. Without prepared statements the driver asks for
the types of each one, and waits, before it sends anything else: a round trip more, every time.`,
    file: 'src/connection.js',
    before: `    q.describeFirst = q.onlyDescribe || (parameters.length && !q.prepared)
    q.statement = q.prepared
      ? statements[q.signature]
      : { string, types, name: q.prepare ? statementId + statementCount++ : '' }
`,
    after: `    q.describeFirst = q.alone = q.onlyDescribe || (parameters.length && !q.prepared)
    q.shape = q.alone && !q.onlyDescribe && !q.prepare && !q.cursorFn && string.length < 8192 && types + string
    const known = q.shape && options.shared.shapes.get(q.shape)
    known && (q.describeFirst = false)
    q.statement = q.prepared
      ? statements[q.signature]
      : { string, types: known || types, name: q.prepare ? statementId + statementCount++ : '' }
`,
  },
  {
    why: 'The types of the last thousand texts that were asked for.',
    file: 'src/connection.js',
    before: `    query.prepare && (statements[query.signature] = query.statement)
    query.describeFirst && !query.onlyDescribe`,
    after: `    query.prepare && (statements[query.signature] = query.statement)
    if (query.describeFirst && query.shape) {
      const { shapes } = options.shared
      shapes.size >= 1000 && shapes.delete(shapes.keys().next().value)
      shapes.set(query.shape, query.statement.types)
    }
    query.describeFirst && !query.onlyDescribe`,
  },
  {
    why: 'Where they are kept.',
    file: 'src/index.js',
    before: `    shared          : { retries: 0, typeArrayMap: {} },
`,
    after: `    shared          : { retries: 0, typeArrayMap: {}, shapes: new Map() },
`,
  },
  {
    why: 'After an error they are asked for again: a migration may have changed them.',
    file: 'src/connection.js',
    before: `      (query.cursorFn || query.describeFirst) && write(Sync)
      errorResponse =`,
    after: `      (query.cursorFn || query.describeFirst) && write(Sync)
      query.shape && options.shared.shapes.delete(query.shape)
      errorResponse =`,
  },
  {
    why: 'Nobody waits behind a statement of somebody else that may take long, as before; those of one transaction may follow each other.',
    file: 'src/index.js',
    before: `    return c.execute(query)
      ? move(c, busy)
      : move(c, full)
`,
    after: `    return c.execute(query) && !query.alone
      ? move(c, busy)
      : move(c, full)
`,
  },
  {
    why: 'The same where the connection is one that was waited for.',
    file: 'src/index.js',
    before: `      ready = c.execute(query)
    }
`,
    after: `      ready = c.execute(query) && !query.alone
    }
`,
  },
  {
    why: `A statement that cannot be built (a value that is undefined) fails by itself, also behind another one: the other was told
of its error, and it waited for ever for an answer to what was never sent.`,
    file: 'src/connection.js',
    before: `      q.state = backend
      query
        ? sent.push(q)
        : (query = q, query.active = true)

      build(q)
      return write(toBuffer(q))
`,
    after: `      q.state = backend
      build(q)
      const bytes = toBuffer(q)
      query
        ? sent.push(q)
        : (query = q, query.active = true)

      return write(bytes)
`,
  },
  {
    why: 'And the connection goes on.',
    file: 'src/connection.js',
    before: `      sent.length === 0 && write(Sync)
      errored(error)
      return true
`,
    after: `      query || write(Sync)
      queryError(q, error)
      return true
`,
  },
  {
    why: 'How many wait on a connection behind the one that is served can be asked, for metrics.',
    file: 'src/connection.js',
    before: `    end,
    count: 0,
    id
  }
`,
    after: `    end,
    waiting: () => sent.length,
    count: 0,
    id
  }
`,
  },
  {
    why: 'The state of the pool can be asked, for metrics: connections that are at work, those that are not, and queries that wait.',
    file: 'src/index.js',
    before: `    options,
    reserve,
    listen,
`,
    after: `    options,
    pool: () => ({
      max: connections.length,
      used: busy.length + full.length + reserved.length + connecting.length,
      idle: open.length,
      waiting: connections.reduce((sum, c) => sum + c.waiting(), queries.length)
    }),
    reserve,
    listen,
`,
  },
]

/**
 * Repairs the driver in this folder. May be done any number of times.
 *
 * @param {string} [folder]
 * @throws {Error} when it is not the driver that these repairs were written for
 */
export function repairDriver(folder = DRIVER) {
  if (!existsSync(folder)) return
  for (const name of new Set(REPAIRS.map(({ file }) => file))) {
    const file = join(folder, name)
    const text = readFileSync(file, 'utf8')
    const repaired = REPAIRS.filter((repair) => repair.file === name).reduce(repairOnce, text)
    if (repaired === text) continue
    // In one step: other processes may be reading it.
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, repaired)
    renameSync(draft, file)
  }
}

/**
 * @param {string} text
 * @param {Repair} repair
 */
function repairOnce(text, { why, file, before, after }) {
  if (text.split(after).length === 2) return text
  const parts = text.split(before)
  if (parts.length !== 2) {
    throw new Error(
      `postgres/${file} is not as scripts/install/repair-driver.mjs knows it. Look whether this version still needs the repair: ${why}`,
    )
  }
  return parts.join(after)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) repairDriver()
