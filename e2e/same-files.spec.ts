import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, scratch } from './build-site.ts';
import { filesOf } from './built-site.ts';
import { expect, test } from './knowledge-base.ts';

test('the same content gives the same files, byte for byte, whenever and wherever it is built', async ({
  toaster,
}) => {
  test.setTimeout(180_000);
  const again = join(scratch, 'built-again');
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const elsewhere = here === 'Pacific/Kiritimati' ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati';
  const { code, output } = await build('e2e/fixtures/toaster', again, { TZ: elsewhere });
  expect(code, output).toBe(0);
  const files = filesOf(toaster.dir);
  expect(filesOf(again)).toEqual(files);
  const changed = files.filter(
    (file) => !readFileSync(join(again, file)).equals(readFileSync(join(toaster.dir, file))),
  );
  expect(changed).toEqual([]);
});
