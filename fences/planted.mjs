const read = `import type { PracticeTx } from '../platform/db/tx.ts'\n`
const insertion = `.insertInto('care_team').values({ practice_id: '', id: '', person_id: '', member_id: '', since: '' }).execute()`
const imports = `import * as z from 'zod/mini'\nimport { defineEndpoint } from '../access/endpoint.contract.ts'\n`
const endpoint = (stated) =>
  `${imports}export const planted = defineEndpoint({ method: 'GET', path: '/', ${stated} input: z.object({ personId: z.uuid() }), reply: z.object({}) })\n`

/** One violation each: what is planted, the fence that must catch it, and a part of what that fence says. */
export const planted = [
  {
    what: 'an insert in a query',
    fence: 'types',
    says: "Property 'insertInto' does not exist",
    files: {
      'src/person/planted.queries.ts': `${read}export const sly = (tx: PracticeTx) => tx${insertion}\n`,
    },
  },
  {
    what: 'raw SQL run on a read-only transaction',
    fence: 'types',
    says: 'planted.queries.ts',
    files: {
      'src/person/planted.queries.ts': `import { sql } from 'kysely'\n${read}export const sly = (tx: PracticeTx) => sql\`delete from intent\`.execute(tx)\n`,
    },
  },
  {
    what: 'a slice that takes on someone else’s name',
    fence: 'cruise',
    says: 'only-access-becomes',
    files: {
      'src/person/planted.commands.ts': `${read}import { become } from '../platform/db/become.ts'\nexport const sly = (tx: PracticeTx) => become(tx, { accountId: '' })\n`,
    },
  },
  {
    what: 'a read-only transaction handed to a store',
    fence: 'types',
    says: "Property 'insertInto' is missing",
    files: {
      'src/person/planted.commands.ts': `${read}import { leaveCareTeam } from './person.store.ts'\nexport const sly = (tx: PracticeTx) => leaveCareTeam(tx, { personId: '', memberId: '', until: 0 })\n`,
    },
  },
  {
    what: 'a change to a table whose rows never change',
    fence: 'types',
    says: `'"audit_event"' is not assignable`,
    files: {
      'src/audit/planted.store.ts': `import type { WriteTx } from '../platform/db/write.ts'\nexport const sly = (tx: WriteTx) => tx.updateTable('audit_event').set({ outcome: '' }).execute()\n`,
    },
  },
  {
    what: 'an endpoint without an action',
    fence: 'types',
    says: "Property 'action' is missing",
    files: { 'src/person/planted.contract.ts': endpoint('subject: ({ personId }) => ({ personId }),') },
  },
  {
    what: 'an endpoint without a subject',
    fence: 'types',
    says: "Property 'subject' is missing",
    files: { 'src/person/planted.contract.ts': endpoint(`action: 'person.read',`) },
  },
  {
    what: 'an endpoint whose action the policy does not know',
    fence: 'types',
    says: `Type '"person.burn"' is not assignable`,
    files: {
      'src/person/planted.contract.ts': endpoint(
        `action: 'person.burn', subject: ({ personId }) => ({ personId }),`,
      ),
    },
  },
  {
    what: 'process and fetch in a rule',
    fence: 'types',
    says: "Cannot find name 'fetch'",
    files: { 'src/person/planted.ts': `export const sly = () => fetch(process.env['URL'])\n` },
  },
  {
    what: 'a Spanish module that lacks a word',
    fence: 'types',
    says: 'is missing the following properties',
    files: {
      'src/platform/i18n/problem.es.ts': `import type { en } from './problem.en.ts'\nexport const es: typeof en = {}\n`,
    },
  },
  {
    what: 'a file that belongs to no project',
    fence: 'compiled',
    says: 'missed: src/person/planted.helper.ts',
    files: { 'src/person/planted.helper.ts': 'export const sly = 1\n' },
  },
  {
    what: 'a rule that imports a library',
    fence: 'cruise',
    says: 'rules-are-pure',
    files: { 'src/person/planted.ts': `import * as z from 'zod/mini'\nexport const sly = z.uuid()\n` },
  },
  {
    what: 'a kernel that knows a slice',
    fence: 'cruise',
    says: 'kernel-imports-nothing',
    files: { 'src/kernel/planted.ts': `export { can } from '../access/policy.ts'\n` },
  },
  {
    what: 'a slice that writes another slice’s table',
    fence: 'cruise',
    says: 'tables-have-one-writer',
    files: {
      'src/journey/planted.commands.ts': `import { addPerson } from '../person/person.store.ts'\nexport const sly = addPerson\n`,
    },
  },
  {
    what: 'a route that goes past the command to the store',
    fence: 'cruise',
    says: 'only-commands-store',
    files: {
      'src/person/planted.routes.ts': `import { addPerson } from './person.store.ts'\nexport const sly = addPerson\n`,
    },
  },
  {
    what: 'a store that makes its own WriteTx',
    fence: 'cruise',
    says: 'only-commands-write',
    files: {
      'src/person/planted.store.ts': `${read}import { writing } from '../platform/db/write.ts'\nexport const sly = (tx: PracticeTx) => writing(tx)\n`,
    },
  },
  {
    what: 'a query that names WriteTx',
    fence: 'cruise',
    says: 'only-stores-accept-write',
    files: {
      'src/person/planted.queries.ts': `import type { WriteTx } from '../platform/db/write.ts'\nexport const sly = (tx: WriteTx) => tx${insertion}\n`,
    },
  },
  {
    what: 'a query that says a write by its text',
    fence: 'cruise',
    says: 'only-stores-fix',
    files: {
      'src/person/planted.queries.ts': `import { sayWithCommit } from '../platform/db/fixed.ts'\nexport const sly = sayWithCommit\n`,
    },
  },
  {
    what: 'a query that takes the whole database',
    fence: 'cruise',
    says: 'slices-get-a-transaction',
    files: {
      'src/person/planted.queries.ts': `import type { Db } from '../platform/db/db.ts'\nexport const sly = (db: Db) => db${insertion}\n`,
    },
  },
  {
    what: 'SQL in a route',
    fence: 'cruise',
    says: 'sql-lives-in-three-places',
    files: { 'src/person/planted.routes.ts': `import { sql } from 'kysely'\nexport const sly = sql\n` },
  },
  {
    what: 'a screen that reaches the server through an innocent file',
    fence: 'cruise',
    says: 'browser-never-reaches-server',
    files: {
      'src/person/innocent.fhir.ts': `export { personById } from './person.queries.ts'\n`,
      'src/person/Planted.tsx': `import { personById } from './innocent.fhir.ts'\nexport const Planted = () => <p>{String(personById)}</p>\n`,
    },
  },
  {
    what: 'platform that knows a slice',
    fence: 'cruise',
    says: 'platform-knows-no-slice',
    files: {
      'src/platform/http/planted.ts': `import { can } from '../../access/policy.ts'\nexport const sly = can\n`,
    },
  },
  {
    what: 'a slice that imports the composition',
    fence: 'cruise',
    says: 'nothing-imports-app',
    files: {
      'src/person/planted.routes.ts': `import { buildServer } from '../app/server.ts'\nexport const sly = buildServer\n`,
    },
  },
  {
    what: 'product code that imports test code',
    fence: 'cruise',
    says: 'product-imports-no-test-code',
    files: {
      'src/platform/db/planted.ts': `import { urlOf } from '../testing/postgres.ts'\nexport const sly = urlOf\n`,
    },
  },
  {
    what: 'two files that import each other',
    fence: 'cruise',
    says: 'no-cycles',
    files: {
      'src/person/one.ts': `import { two } from './two.ts'\nexport const one = () => two\n`,
      'src/person/two.ts': `import { one } from './one.ts'\nexport const two = () => one\n`,
    },
  },
  ...[
    ['the clock in a rule', 'take the time as an argument', 'new Date().getTime()'],
    ['the clock by its longer name', 'take the time as an argument', 'globalThis.Date.now()'],
    ['chance in a rule', 'take the randomness as an argument', 'Math.random()'],
  ].map(([what, says, code]) => ({
    what,
    fence: 'lint',
    says,
    files: { 'src/person/planted.ts': `export const sly = () => ${code}\n` },
  })),
  ...['mock', 'doMock'].map((mock) => ({
    what: `vi.${mock} in a test`,
    fence: 'lint',
    says: 'no module mocks',
    files: { 'src/person/planted.test.ts': `import { vi } from 'vitest'\nvi.${mock}('./person.store.ts')\n` },
  })),
  {
    what: 'any, which would open the other fences',
    fence: 'lint',
    says: 'no-explicit-any',
    files: { 'src/person/planted.ts': 'export const sly = (tx: any) => tx\n' },
  },
]
