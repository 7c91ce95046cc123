import { deepEqual, match } from 'node:assert/strict';
import { test } from 'node:test';
import { placeOutput, takeContent } from './content-option.mjs';

test('The folder of a knowledge base is named beside the words of any command, from where it is typed', () => {
  const taken = { args: ['check', '--json'], content: '/home/ann/my kb#1' };
  deepEqual(takeContent(['check', '--content', 'my kb#1', '--json'], '/home/ann'), taken);
  deepEqual(takeContent(['check', '--content=../ann/my kb#1', '--json'], '/home/bob'), taken);
  deepEqual(takeContent(['--content', '/home/ann/my kb#1', 'check', '--json'], '/'), taken);
  deepEqual(takeContent(['plan', 'stays-cold'], '/'), { args: ['plan', 'stays-cold'] });
});

test('Without a folder a sentence says what is missing', () => {
  for (const args of [['--content'], ['--content='], ['--content', '--json']])
    match(takeContent(args, '/').error ?? '', /takes the folder of a knowledge base/);
});

test('The output folder is meant from where the build is typed', () => {
  deepEqual(placeOutput(['--outDir', 'site', '--outDir=../x', '--out-dir', '/y', '--verbose'], '/home/ann'), [
    '--outDir',
    '/home/ann/site',
    '--outDir=/home/x',
    '--out-dir',
    '/y',
    '--verbose',
  ]);
});
