/** The database as mortal workers use it: they can be killed at any call, and what they had begun to write is undone. */
import { onTestFinished, vi } from 'vitest';
import { called, currentWorker, die, never } from './mortal-worker.ts';

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** What the background calls. Each waits for its answer. */
const REQUESTS: [name: string, holder: object, methods: string[]][] = [
  ['store', IDBObjectStore.prototype, ['get', 'getAll', 'put', 'delete']],
  ['index', IDBIndex.prototype, ['getAllKeys']],
];

export interface MortalDatabase {
  /** How many transactions of workers could have written so far. */
  writes(): number;
}

/** Until the end of the test. Call `makeWorkersMortal` first. */
export function makeDatabaseMortal(): MortalDatabase {
  let writes = 0;
  for (const [name, holder, methods] of REQUESTS) {
    for (const method of methods) {
      replace(holder, method, (real) => request(`${name}.${method}`, real));
    }
  }
  replace(IDBDatabase.prototype, 'transaction', (real) => {
    return function (...args) {
      const transaction = real.apply(this, args) as IDBTransaction;
      // The one that makes the stores is the browser's.
      if (transaction.mode === 'versionchange') return transaction;
      if (currentWorker()?.isDead === false && transaction.mode === 'readwrite') writes += 1;
      return begun(transaction);
    };
  });
  replace(IDBFactory.prototype, 'open', (real) => {
    return function (...args) {
      return awaited(real.apply(this, args) as IDBOpenDBRequest);
    };
  });
  // A worker that is dead says nothing any more.
  const { error } = console;
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    if (!currentWorker()?.isDead) error(...args);
  });
  return { writes: () => writes };
}

function replace(holder: object, name: string, wrap: (real: Method) => Method): void {
  // Prototypes are plain objects with functions in them.
  const methods = holder as Record<string, Method>;
  const real = methods[name];
  if (real === undefined) throw new Error(`There is no ${name}`);
  methods[name] = wrap(real);
  onTestFinished(() => {
    methods[name] = real;
  });
}

/** Counts a request, which may be the worker's last. It is undone either way: the transaction was not over. */
function request(name: string, real: Method): Method {
  return function (...args) {
    const worker = currentWorker();
    if (worker === undefined) return real.apply(this, args);
    if (!worker.isDead && called(worker, name) !== null) die(worker);
    return worker.isDead ? never() : real.apply(this, args);
  };
}

/** Until it is opened, the worker is not quiet. */
function awaited(opening: IDBOpenDBRequest): IDBOpenDBRequest {
  const worker = currentWorker();
  if (worker === undefined) return opening;
  if (called(worker, 'database.open') !== null) die(worker);
  worker.pending += 1;
  const over = () => {
    worker.pending -= 1;
  };
  opening.addEventListener('success', over);
  opening.addEventListener('error', over);
  return opening;
}

/** Keeps a transaction of a worker in mind until it is over. */
function begun(transaction: IDBTransaction): IDBTransaction {
  const worker = currentWorker();
  if (worker === undefined) return transaction;
  const { transactions } = worker;
  transactions.add(transaction);
  worker.pending += 1;
  const over = () => {
    transactions.delete(transaction);
    worker.pending -= 1;
  };
  transaction.addEventListener('complete', over);
  transaction.addEventListener('abort', over);
  if (worker.isDead || called(worker, 'database.transaction') !== null) die(worker);
  return transaction;
}
