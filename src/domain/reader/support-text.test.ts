import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { supportTextOf } from './support-text.ts';

const words = { device: 'Device:', said: 'The screen said:', tried: 'Tried:', link: 'Marks:' };

test('support reads the symptom, the answers, the device, the fixes in order and the link', () => {
  const text = supportTextOf(
    {
      title: 'The toast stays white',
      answers: ['Does the lever stay down? No'],
      device: 'Toaster, mark 2',
      said: ' E2:\n  no heat ',
      tried: [
        { title: 'Plug it in', result: 'did not help', time: '14:05' },
        { title: 'Clean it', result: 'skipped', time: '' },
      ],
      link: 'https://toast.example/symptoms/white/#tried=1.plug-it-in_n_a',
    },
    words,
  );
  equal(
    text,
    [
      'The toast stays white',
      'Does the lever stay down? No',
      'Device: Toaster, mark 2',
      'The screen said: E2: no heat',
      '',
      'Tried:',
      '1. Plug it in: did not help (14:05)',
      '2. Clean it: skipped',
      '',
      'Marks: https://toast.example/symptoms/white/#tried=1.plug-it-in_n_a',
    ].join('\n'),
  );
});

test('what is not known leaves no line', () => {
  const text = supportTextOf(
    {
      title: 'White',
      answers: [],
      device: undefined,
      said: ' ',
      tried: [{ title: 'Wait', result: 'worked', time: '9:00' }],
      link: '/',
    },
    words,
  );
  equal(text, 'White\n\nTried:\n1. Wait: worked (9:00)\n\nMarks: /');
});
