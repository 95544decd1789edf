/** What came of a question to the browser's own database. */
const answerOf = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error!)
  })

/** Resolves once it is committed, not when it is merely asked for: only then does it outlive the page. */
const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'))
  })

/** Opens a database of this device; `make` sets up its stores where it is new. */
export function openStores(name: string, make: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => make(request.result)
  return answerOf(request)
}

export const readFrom = <Answer>(
  database: IDBDatabase,
  store: string,
  ask: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> => answerOf(ask(database.transaction(store).objectStore(store)))

/** Safe on this device once it resolves; what fails undoes its transaction, which says why. */
export async function writeTo(
  database: IDBDatabase,
  store: string,
  write: (store: IDBObjectStore) => void,
): Promise<void> {
  const transaction = database.transaction(store, 'readwrite')
  write(transaction.objectStore(store))
  await committed(transaction)
}
