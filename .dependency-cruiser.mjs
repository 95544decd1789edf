// The rings of a slice and the walls between slices. Each rule has a planted violation in fences/planted.mjs.
const tests = '\\.test\\.tsx?$'
const testing = `${tests}|/testing/`
const rules = '^src/(?!platform/|app/)[^/]+/[^./]+\\.ts$'
const browser = '\\.(tsx|web\\.ts)$|^src/platform/(offline|ui)/'
const server =
  '\\.(queries|store|commands|routes|jobs|content)\\.ts$|^src/platform/(db|jobs|postgres|mail|crypto)/|^src/platform/(http/serve|live/hub)'
const sqlPlaces = '\\.(queries|store)\\.ts$|^src/platform/(db|jobs|live|postgres)/'

const wall = (name, from, to) => ({ name, severity: 'error', from, to })

export default {
  forbidden: [
    wall('rules-are-pure', { path: rules, pathNot: testing }, { pathNot: rules }),
    wall('kernel-imports-nothing', { path: '^src/kernel/', pathNot: testing }, { pathNot: '^src/kernel/' }),
    wall(
      'tables-have-one-writer',
      { path: '^src/([^/]+)/', pathNot: testing },
      { path: '\\.store\\.ts$', pathNot: '^src/$1/' },
    ),
    wall(
      'only-commands-store',
      { pathNot: `\\.(commands|store)\\.ts$|${testing}` },
      { path: '\\.store\\.ts$' },
    ),
    wall(
      'only-commands-write',
      { pathNot: `\\.commands\\.ts$|${testing}` },
      { path: '^src/platform/db/write\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'only-access-becomes',
      { pathNot: `^src/access/[^/]+\\.commands\\.ts$|${testing}` },
      { path: '^src/platform/db/become\\.ts$' },
    ),
    wall(
      'only-stores-accept-write',
      { pathNot: `\\.(commands|store)\\.ts$|^src/platform/db/fixed\\.ts$|${testing}` },
      { path: '^src/platform/db/write\\.ts$' },
    ),
    wall(
      'only-stores-fix',
      { pathNot: `\\.store\\.ts$|${testing}` },
      { path: '^src/platform/db/fixed\\.ts$' },
    ),
    wall(
      'slices-get-a-transaction',
      { path: '^src/(?!platform/|app/)', pathNot: testing },
      { path: '^src/platform/db/(db|door)\\.ts$' },
    ),
    wall(
      'sql-lives-in-three-places',
      { path: '^src/', pathNot: `${sqlPlaces}|${testing}` },
      { path: 'node_modules/(kysely|pg)/' },
    ),
    wall(
      'browser-never-reaches-server',
      { path: browser, pathNot: tests },
      { path: server, reachable: true },
    ),
    wall(
      'platform-knows-no-slice',
      { path: '^src/platform/', pathNot: tests },
      { path: '^src/(?!platform/|kernel/)' },
    ),
    wall('nothing-imports-app', { path: '^src/(?!app/)', pathNot: testing }, { path: '^src/app/' }),
    wall('product-imports-no-test-code', { path: '^src/', pathNot: testing }, { path: testing }),
    wall('no-cycles', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.server.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
}
