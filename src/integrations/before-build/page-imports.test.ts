import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { pageImports } from './page-imports.ts';

test('Every page gets the imports, and nothing else does, whatever the folder of the project is called', () => {
  for (const project of ['/srv/site', '/srv/[x] ~y/a|b (1)', '/srv/日本 é']) {
    const { transform } = pageImports('imports', project, ['/first.css', 'second.css']);
    if (typeof transform !== 'function') throw new Error('The plugin changes no module.');
    const after = (file: string, environment: string): unknown =>
      Reflect.apply(transform, { environment: { name: environment } }, ['page', `${project}/src/${file}`]);
    deepEqual(after('pages/fixes/[id].astro', 'ssr'), {
      code: 'import "/first.css";\nimport "second.css";\npage',
      map: null,
    });
    equal(after('pages/fixes/[id].astro', 'client'), undefined);
    equal(after('pages/index.astro?astro&type=style&index=0&lang.css', 'ssr'), undefined);
    equal(after('layouts/Page.astro', 'ssr'), undefined);
  }
});
